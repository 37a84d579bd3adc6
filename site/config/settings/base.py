"""What every installation shares. Everything a district may differ in is read from the environment."""

from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

from config.settings.environment import ROOT, env
from config.settings.events import *  # noqa: F403
from config.settings.families import *  # noqa: F403  what families are promised stands in a file of its own
from config.settings.media import media_origins, media_storage, private_storage, tile_origins, video_origins
from config.settings.partners import *  # noqa: F403
from config.settings.sign_in import *  # noqa: F403
from config.settings.volunteering import *  # noqa: F403  and what volunteers and neighbors are

# Media, the embedded database and the mail of the demo live here unless the environment says otherwise.
VAR = Path(env("VENTANILLA_VAR", default=str(ROOT / "var")))

DEBUG = False
PRODUCTION = False
PUBLIC_URL = env("PUBLIC_URL", default="http://localhost:8000")
SECRET_KEY_GIVEN = env("SECRET_KEY", default="")
SECRET_KEY = SECRET_KEY_GIVEN
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "home",
    "events",
    "events.attending",
    "events.signups",
    "events.volunteers",
    "events.drives",
    "events.importing",
    "partners",
    "directory",
    "schools",
    "schools.room",
    "schools.newsletter",
    "schools.ideas",
    "schools.interpreting",
    "schools.asking",
    "schools.topics",
    "schools.councils",
    "schools.pairs",
    "search",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]
# Widgets of ours have their templates where all templates are.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "core.accounts.middleware.StaffMfaMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "core.context.site",
                "home.context.front_of_house",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'ventanilla.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Immediate transactions let writers queue for the lock instead of failing half-way; WAL lets readers pass them.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env("REDIS_URL", default="")
CACHES = {
    "default": env.cache_url("REDIS_URL") if REDIS_URL else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# -- Languages: a further language is one more line here, its catalogue, and a Wagtail locale.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
USE_TZ = True
TIME_ZONE_ASKED_FOR = env("TIME_ZONE", default="America/Los_Angeles")
# Django stops with a bare traceback at an unknown zone; this way a system check can say what to write instead.
TIME_ZONE = TIME_ZONE_ASKED_FOR if TIME_ZONE_ASKED_FOR in available_timezones() else "UTC"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
LOCALE_PATHS = [ROOT / "site" / "locale"]
# A translation starts as a draft: otherwise an English copy would go public under /es/ at once.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False


# -- Files: local folders by default, S3 as soon as a bucket is named.
STATIC_URL = "/static/"
STATIC_ROOT = env("STATIC_ROOT", default=str(VAR / "static"))
MEDIA_URL = "/media/"
MEDIA_ROOT = env("MEDIA_ROOT", default=str(VAR / "media"))
STORAGES: dict[str, dict[str, Any]] = {
    "default": media_storage(env),
    # Papers go out through a view of ours alone, which asks who may see them.
    "private": private_storage(env, VAR / "private"),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # A listing with many hours and phones is a large form.
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.media_forms.CheckedImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.media_forms.CheckedDocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # A bucket would send them without our headers.
# Whose videos may play inside our pages, once somebody taps: VIDEO_ORIGINS=https://videos.example.org
VIDEO_ORIGINS = env.list("VIDEO_ORIGINS", default=[])

# -- Mail and work in the background.
EMAIL_URL = env("EMAIL_URL", default="")
EMAIL_CONFIG = env.email_url_config(EMAIL_URL or "consolemail://")
globals().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Ventanilla <ventanilla@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
MAIL_KEPT_DAYS = env.int("MAIL_KEPT_DAYS", default=30)  # Then address and text of a mail are emptied.
TASKS_RUN = env("TASKS", default="immediate")
TASK_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS = {"default": {"BACKEND": TASK_BACKENDS.get(TASKS_RUN, TASK_BACKENDS["immediate"])}}

# -- Wagtail.
WAGTAIL_SITE_NAME = "Ventanilla"
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "core.SiteDocument"
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # No staff address leaves the installation.
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Wagtail's own search serves the admin only; on SQLite it needs our faster and more forgiving variant.
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": (
            "search.backends.sqlite_fast"
            if DATABASES["default"]["ENGINE"].endswith("sqlite3")
            else "wagtail.search.backends.database"
        )
    }
}
SEARCH_ENGINE = env("SEARCH_ENGINE", default="auto")
ELASTICSEARCH_URL = env("ELASTICSEARCH_URL", default="")
ELASTICSEARCH_INDEX = env("ELASTICSEARCH_INDEX", default="ventanilla")  # How the names of our indexes begin.
ELASTICSEARCH_TIMEOUT = 0.9  # Seconds a reader waits for it before the database answers.
ELASTICSEARCH_REFRESH = False  # Whether a change waits until it can be found; tests do.

# -- A map of results, where the office has tiles it may use; their host learns where its readers look.
MAP_TILE_URL = env("MAP_TILE_URL", default="")
MAP_ATTRIBUTION = env("MAP_ATTRIBUTION", default="© OpenStreetMap")

# -- Browser security. The admin carries inline scripts of Wagtail's own; public pages carry none.
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ("/admin/", "/django-admin/"),
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": [
            "'self'",
            "data:",
            *media_origins(env),
            *tile_origins(MAP_TILE_URL),
            *env.list("CSP_IMG_SRC", default=[]),
        ],
        "media-src": ["'self'", *media_origins(env), *video_origins(VIDEO_ORIGINS)],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    },
}
X_FRAME_OPTIONS = "SAMEORIGIN"  # The editor's live preview is a frame of the same origin.
SECURE_REFERRER_POLICY = "same-origin"
# Whether calendars and web pages of partners may lie on the district's own network; else nobody can make us ask there.
FETCH_FROM_INSIDE = env.bool("FETCH_FROM_INSIDE", default=False)

COUNTRY = env("COUNTRY", default="US")
LANGUAGE_COOKIE_NAME = "language"
# W019 asks for DENY, see X_FRAME_OPTIONS.
SILENCED_SYSTEM_CHECKS = ["security.W019", *env.list("SILENCED_SYSTEM_CHECKS", default=[])]
WEB_CONCURRENCY = env.int("WEB_CONCURRENCY", default=2)  # Read by gunicorn too.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    # Its client tells of every single try; search.engines.elastic tells once that the server is away.
    "loggers": {"elastic_transport": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
# Names of the languages in the reader's own words, for columns and messages of the admin.
ADMIN_LANGUAGE_NAMES = {"en": _("English"), "es": _("Spanish")}
