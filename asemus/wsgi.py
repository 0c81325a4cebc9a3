"""The WSGI application that granian serves: the image service, then pages that were made already, and Django behind both."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "asemus.settings.production")
django = get_wsgi_application()

from django.conf import settings  # noqa: E402  models can be imported only now

from asemus.front.pages import KeptPages  # noqa: E402
from collection.images.front import in_front_of  # noqa: E402
from members.heard import heard_version  # noqa: E402

application = in_front_of(KeptPages(django, heard_version, settings.PAGES_KEPT_BYTES))
