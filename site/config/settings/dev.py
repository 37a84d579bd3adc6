"""The embedded default: one folder, no services, a key made for this machine."""

from django.core.management.utils import get_random_secret_key

from config.settings.base import *  # noqa: F403  settings modules are layered this way in Django
from config.settings.base import STORAGES, VAR, env

DEBUG = env.bool("DEBUG", default=True)
VAR.mkdir(parents=True, exist_ok=True)


def _key_of_this_machine() -> str:
    kept = VAR / "secret_key"
    if not kept.exists():
        kept.write_text(get_random_secret_key())
        kept.chmod(0o600)
    return kept.read_text().strip()


SECRET_KEY = env("SECRET_KEY", default="") or _key_of_this_machine()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
# The demo's staff login has no second factor, so that a newcomer gets in; production asks for one.
STAFF_MFA_REQUIRED = env.bool("STAFF_MFA_REQUIRED", default=False)
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
