"""Settings of the test suite: the database of the environment, fast hashing, mail kept in memory."""

import tempfile

from config.settings.base import *  # noqa: F403  settings modules are layered this way in Django

SECRET_KEY = "only-for-tests"  # noqa: S105  no secret: nothing outside a test run is signed with it
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Whatever the environment says, the suite keeps to itself; the services' tests name their servers one by one.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SEARCH_ENGINE = "auto"
ELASTICSEARCH_URL = ""
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tempfile.mkdtemp(prefix="ventanilla-private-")},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = tempfile.mkdtemp(prefix="ventanilla-static-")
MEDIA_ROOT = tempfile.mkdtemp(prefix="ventanilla-media-")
WAGTAIL_AUTOSAVE_INTERVAL = 0
STAFF_MFA_REQUIRED = False
