"""On a developer's machine and for `make demo`: DEBUG, loopback only, a secret made once and kept in var/."""

from .base import *
from .secret import kept_secret

DEBUG = True
PAGES_KEPT_BYTES = PAGES_KEPT_BYTES if env.bool("ASEMUS_DEMO", default=False) else 0  # edits show at once
SECRET_KEY = SECRET_KEY or kept_secret(VAR_DIR / "secret_key")
ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"

# The outermost: whatever answers, text leaves compressed.
MIDDLEWARE = ["asemus.compression.TextCompressionMiddleware", *MIDDLEWARE]

# The demonstration shows visitors' pages, not Django's technical ones, and serves collected files.
if env.bool("ASEMUS_DEMO", default=False):
    place = MIDDLEWARE.index("asemus.language.LanguageFromPathMiddleware") + 1
    MIDDLEWARE = [*MIDDLEWARE[:place], "asemus.errors.HelpfulErrorsMiddleware", *MIDDLEWARE[place:]]
    WHITENOISE_AUTOREFRESH = False
    WHITENOISE_USE_FINDERS = False
