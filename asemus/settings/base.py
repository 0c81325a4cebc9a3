"""What every way of running the site has in common. Secrets come from the environment only."""

from pathlib import Path

import environ
import pgtrigger
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()

# Everything the running site writes: database, media, built files, demonstration passwords.
VAR_DIR = Path(env("ASEMUS_VAR", default=str(BASE_DIR / "var"))).resolve()

DEBUG = False
SECRET_KEY = env("SECRET_KEY", default="")
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=[])

# Absolute addresses (identifiers, feeds, manifests) come from here, never from the Host header.
PUBLIC_URL: str = env("PUBLIC_URL", default="http://localhost:8000").rstrip("/")
# Name Assigning Authority Number of our ARKs; 99999 is the one set aside for tests.
ARK_NAAN: str = env("ARK_NAAN", default="99999")
# The network that runs this portal: any network of museums may set its own.
NETWORK_NAME: str = env("NETWORK_NAME", default="Asia-Europe Museum Network (ASEMUS)")
CONTACT_EMAIL: str = env("CONTACT_EMAIL", default="")

INSTALLED_APPS = [
    "asemus",
    "exhibitions",
    "collection",
    "members",
    "asemus.admin.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_filters",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "asemus.language.LanguageFromPathMiddleware",
    "asemus.budget.WorkBudgetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "asemus.demo.gate.DemonstrationGateMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "members.accounts.PortalSiteMiddleware",
    "members.second_factor.SecondFactorMiddleware",
]

ROOT_URLCONF = "asemus.urls"
WSGI_APPLICATION = "asemus.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "asemus.context.site",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "asemus.templatetags.ui"],
        },
    }
]

# --- Database ---------------------------------------------------------------------------------------
# DATABASE_URL names a PostgreSQL server (15 or newer); without it the embedded one under var/ is used.
from asemus.database.settings import database_settings  # noqa: E402

DATABASES = {"default": database_settings(env, VAR_DIR / "postgres")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PGHISTORY_LEVEL = pgtrigger.Statement
PGHISTORY_APPEND_ONLY = True

CACHES = {
    # Limits (sign-in attempts, forms) must be seen by every worker. allauth counts in the default cache and
    # has no setting for another, so the default is the one in the database.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "asemus_limits"},
    "limits": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "asemus_limits"},
    "fragments": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "fragments"},
}

# --- People -----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "members.User"
AUTHENTICATION_BACKENDS = [
    "asemus.demo.gate.DemonstrationGate",
    "members.backends.RoleBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/admin/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "members.accounts.InvitationOnlyAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation is itself the proof of the address
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Roles that must have a second factor before they reach the admin (members.second_factor).
SECOND_FACTOR_ROLES: list[str] = env.list("SECOND_FACTOR_ROLES", default=[])

# --- Languages --------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
LOCALE_PATHS = [BASE_DIR / "asemus" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Files ------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    VAR_DIR / "build",  # what `make` builds: fonts, the world map
]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "asemus.storage.WholeFileStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # an artwork with all its inlines
FILE_UPLOAD_PERMISSIONS = 0o640

# --- Safety -----------------------------------------------------------------------------------------
# One static policy: no nonce, nothing inline, nothing from a third party.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

# --- The collection ---------------------------------------------------------------------------------
MASTERPIECE_QUOTA = 25  # soft: it warns and asks for an editor's leave
IMAGE_MAX_BYTES = 1024 * 1024 * 1024
IMAGE_MAX_PIXELS = 400_000_000
IMAGE_MAX_PIXELS_AT_ONCE = (
    120_000_000  # where the decoder holds all of them: WebP, AVIF, JPEG 2000, interlaced
)
IMAGE_MAX_RATIO = 60  # a handscroll of 50,190 × 1,726 has 29
# The largest picture, in pixels, that everybody may see, by what `collection.rights.reuse_of` answers.
IMAGE_PUBLIC_AREA: dict[str, int | None] = {"free": None, "conditions": 6_000_000, "ask": 1_000_000}
# The largest answer of the image service; more is put together from tiles by the viewer.
IMAGE_SERVICE_SIDE = 16_383
IMAGE_SERVICE_AREA = 12_000_000
IMAGE_SERVICE_AT_ONCE = 2  # pictures cut at a time in one worker
IMAGE_SERVICE_WAIT_SECONDS = 5  # for one's turn, before 503
UPLOAD_PART_BYTES = 8 * 1024 * 1024  # what a lost connection costs at most
UPLOAD_CHECKED_AT_ONCE = 32 * 1024 * 1024  # bytes; larger files are checked by the worker
UPLOAD_OPEN_AT_ONCE = 100  # unfinished files of one person,
UPLOAD_OPEN_BYTES = 20 * 1024 * 1024 * 1024  # and their bytes
PICTURES_ZIP_BYTES = 1024 * 1024 * 1024  # of photographs sent as one archive,
PICTURES_ZIP_UNPACKED_BYTES = 4 * PICTURES_ZIP_BYTES  # and of all that is in it
# What “about” and “early” mean to a museum, by slug; "*" is for all others: {"circa": 12} or, by the years from which
# they hold, {"circa": [[1800, 5], [0, 15]], "parts": {"early": [0, 25]}}. See docs/dates.md.
DATE_CONVENTIONS: dict[str, dict[str, object]] = {}
RESULTS_PER_PAGE = 24

# --- Speed, and protection from those who ask without end (docs/speed.md) ----------------------------
PAGES_KEPT_BYTES: int = env.int(
    "PAGES_KEPT_BYTES", default=64 * 1024 * 1024
)  # of whole pages, in each worker
# Work that one address may have done for filtered pages in one worker: seconds at once, and back every second.
WORK_BUDGET_SECONDS: float = env.float("WORK_BUDGET_SECONDS", default=10.0)
WORK_BUDGET_REFILL: float = env.float("WORK_BUDGET_REFILL", default=0.1)
# Networks whose word on who asks (X-Forwarded-For) is believed: the proxy before the server.
TRUSTED_PROXIES: list[str] = env.list("TRUSTED_PROXIES", default=["127.0.0.0/8", "::1/128"])

TABLE_ROWS = 25_000  # works of one CSV file; a larger result comes in several
# Functions of higher apps that add something to a page of a lower one, found by name (see docs/).
PANELS: dict[str, list[str]] = {
    "artwork": ["exhibitions.panels.for_artwork"],
    "museum": [],
    "desk": [
        "exhibitions.admin.desk.panels",
        "collection.admin.desk.panels",
    ],  # the first page of the admin: request → list of panels
}
# What speaks of works beside their records and is rid of words that are erased by law: found by name, as panels are.
ERASED_BESIDE = ["exhibitions.actions.erasing.beside"]

PROCRASTINATE_IMPORT_PATHS = [
    "collection.upload_tasks",
    "collection.picture_tasks",
]  # besides every app's `tasks`

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"pyvips": {"level": "CRITICAL"}},  # what it says of a damaged file, intake says to its sender
}
