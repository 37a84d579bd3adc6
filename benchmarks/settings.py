"""Production's settings with two more addresses: those of the rivals."""

from config.settings.production import *  # noqa: F403  settings modules are layered this way in Django

ROOT_URLCONF = "benchmarks.urls"
