"""For the test suite: real PostgreSQL, fast password hashing, mail kept in memory."""

from .base import *

# A data folder of its own (tests/conftest.py starts its server), so that a running demonstration is left alone.
DATABASES = {"default": database_settings(env, VAR_DIR / "test-postgres")}
SECRET_KEY = "only-for-tests-and-never-anywhere-else-0123456789"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
MIDDLEWARE = [
    "asemus.compression.TextCompressionMiddleware",
    *(m for m in MIDDLEWARE if "whitenoise" not in m),
]
