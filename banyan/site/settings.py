"""Django's settings, all drawn from the environment."""

from pathlib import Path
from urllib.parse import urlsplit

from django.utils.functional import SimpleLazyObject

from banyan.site import environment

PACKAGE = Path(__file__).resolve().parent.parent

BANYAN_HOME = environment.home()
BANYAN_DEMO = environment.DEMO.flag() or (BANYAN_HOME / "demo").exists()
BANYAN_LAW_PACK = environment.law_pack()
BANYAN_PUBLIC_URL = environment.public_url()
BANYAN_GATEWAY_URL = environment.gateway_url()

SECRET_KEY = SimpleLazyObject(environment.secret_key)
DEBUG = environment.DEBUG.flag()
ALLOWED_HOSTS = [urlsplit(BANYAN_PUBLIC_URL).hostname or "127.0.0.1", "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [BANYAN_PUBLIC_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "banyan.ledger",
    "banyan.acts",
    "banyan.bodies",
    "banyan.catalogue",
    "banyan.lake",
    "banyan.exchange",
    "banyan.infrastructure",
    "banyan.operations",
    "banyan.planning",
    "banyan.supervision",
    "banyan.api",
    "banyan.desk",
    "banyan.demo",
]
MIDDLEWARE = [
    "banyan.desk.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "banyan.site.bounds.BoundedBodies",
]
ROOT_URLCONF = "banyan.site.urls"
WSGI_APPLICATION = "banyan.site.wsgi.application"
DATABASES = {"default": environment.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "bodies.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
OTP_TOTP_ISSUER = "Banyan"
CSRF_FAILURE_VIEW = "banyan.desk.access.csrf_failed"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [PACKAGE / "desk" / "templates"],
        "OPTIONS": {"environment": "banyan.desk.environment.environment"},
    },
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "desk" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+[.-][0-9A-Za-z]{8,12}\..+$"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BANYAN_PUBLIC_URL.startswith("https://")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
