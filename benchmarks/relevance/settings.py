"""The benchmarks' settings with the table of a rival."""

from benchmarks.settings import *  # noqa: F403  settings modules are layered this way in Django
from benchmarks.settings import INSTALLED_APPS, WAGTAILSEARCH_BACKENDS

INSTALLED_APPS = [*INSTALLED_APPS, "benchmarks.wagtail_rival"]
ELASTICSEARCH_TIMEOUT = 10.0  # Many ask at once here, and each shall wait for its own answer.
# The rival is Wagtail's search as it comes, not the one the admin uses here on SQLite.
WAGTAILSEARCH_BACKENDS = {**WAGTAILSEARCH_BACKENDS, "stock": {"BACKEND": "wagtail.search.backends.database"}}
