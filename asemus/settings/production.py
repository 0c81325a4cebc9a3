"""In production: every secret from the environment, HTTPS only, a second factor for those who publish."""

from django.core.exceptions import ImproperlyConfigured

from .base import *

if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to fifty or more random signs (docs/deploy.md shows how).")
if not env("DATABASE_URL", default=""):
    raise ImproperlyConfigured(
        "Set DATABASE_URL: production needs a PostgreSQL server of its own (15 or newer)."
    )
if not PUBLIC_URL.startswith("https://"):
    raise ImproperlyConfigured("Set PUBLIC_URL to the https address at which the public reaches the portal.")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "Set ALLOWED_HOSTS to the host names that this site answers to, comma-separated."
    )

# The outermost: whatever answers, text leaves compressed.
MIDDLEWARE = ["asemus.compression.TextCompressionMiddleware", *MIDDLEWARE]

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECOND_FACTOR_ROLES = env.list(
    "SECOND_FACTOR_ROLES", default=["registrar", "director", "editor", "administrator"]
)
EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default=CONTACT_EMAIL or "webmaster@localhost")

if env("S3_BUCKET", default=""):
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env("S3_BUCKET"),
            "endpoint_url": env("S3_ENDPOINT_URL", default=None),
            "default_acl": "private",
        },
    }
