"""The WSGI application that granian serves: the image service, and Django behind it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "asemus.settings.production")
django = get_wsgi_application()

from collection.images.front import in_front_of  # noqa: E402  models can be imported only now

application = in_front_of(django)
