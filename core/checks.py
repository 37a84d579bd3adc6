"""System checks that name each wrong or missing setting and say what to write instead.

Those that only make sense for a public installation look at `settings.PRODUCTION`; see docs/operators.md for every
variable.
"""

import re
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from core.forms.limits import network_of

SEARCH_ENGINES = ("auto", "sqlite", "postgres", "elasticsearch")
SHORTEST_KEY = 50


def _database_engine() -> str:
    return str(settings.DATABASES["default"]["ENGINE"]).rpartition(".")[2]


@register(Tags.security)
def the_key_is_a_secret(**_kwargs: Any) -> list[CheckMessage]:
    if not settings.PRODUCTION or len(settings.SECRET_KEY_GIVEN) >= SHORTEST_KEY:
        return []
    problem = "is shorter than 50 characters" if settings.SECRET_KEY_GIVEN else "is missing"
    return [
        Error(
            f"SECRET_KEY {problem}: sessions and password links could be forged.",
            hint='Make one with: python -c "import secrets; print(secrets.token_urlsafe(50))"',
            id="ventanilla.E001",
        )
    ]


@register(Tags.urls)
def the_public_address_is_known(**_kwargs: Any) -> list[CheckMessage]:
    if not settings.PRODUCTION:
        return []
    found: list[CheckMessage] = []
    if not settings.ALLOWED_HOSTS:
        found.append(
            Error(
                "ALLOWED_HOSTS is empty: every request would be refused.",
                hint="Write the names the site is reached by, for example ALLOWED_HOSTS=resources.example.org",
                id="ventanilla.E002",
            )
        )
    if not settings.PUBLIC_URL.startswith("https://"):
        found.append(
            Error(
                f"PUBLIC_URL does not begin with https:// ({settings.PUBLIC_URL}).",
                hint="Links in mails are built from it, for example PUBLIC_URL=https://resources.example.org",
                id="ventanilla.E003",
            )
        )
    return found


@register()
def mail_leaves_the_house(**_kwargs: Any) -> list[CheckMessage]:
    if not settings.PRODUCTION or settings.EMAIL_URL:
        return []
    return [
        Error(
            "EMAIL_URL is missing: mails would only be written to the log.",
            hint="For example EMAIL_URL=smtp+tls://name:password@mail.example.org:587 (escape / and @ in a password)",
            id="ventanilla.E004",
        )
    ]


@register(Tags.database)
def the_database_fits(**_kwargs: Any) -> list[CheckMessage]:
    engine = _database_engine()
    if engine == "sqlite3" and settings.PRODUCTION:
        return [
            Warning(
                "DATABASE_URL is not set, or names SQLite: only one process at a time can write.",
                hint="For example DATABASE_URL=postgres://ventanilla:password@127.0.0.1:5432/ventanilla",
                id="ventanilla.W005",
            )
        ]
    if engine == "postgresql" and find_spec("psycopg") is not None:
        return [
            Error(
                "psycopg 3 is installed beside psycopg2: Django would silently use it, and nothing here was tested so.",
                hint="Run: pip uninstall psycopg psycopg-binary psycopg-c",
                id="ventanilla.E006",
            )
        ]
    return []


@register()
def the_bucket_has_keys(**_kwargs: Any) -> list[CheckMessage]:
    options = settings.STORAGES["default"].get("OPTIONS", {})
    if "bucket_name" not in options or (options["access_key"] and options["secret_key"]):
        return []
    return [
        Warning(
            "AWS_STORAGE_BUCKET_NAME is set, but AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not.",
            hint="Set both. Where the machine has a role that may use the bucket: "
            "SILENCED_SYSTEM_CHECKS=ventanilla.W007",
            id="ventanilla.W007",
        )
    ]


@register()
def the_search_engine_exists(**_kwargs: Any) -> list[CheckMessage]:
    engine = settings.SEARCH_ENGINE
    if engine not in SEARCH_ENGINES:
        return [
            Error(
                f"SEARCH_ENGINE={engine} is not known.",
                hint=f"Write one of: {', '.join(SEARCH_ENGINES)}. Without it, the database answers, "
                "or Elasticsearch where ELASTICSEARCH_URL is set.",
                id="ventanilla.E008",
            )
        ]
    if engine == "elasticsearch" and not settings.ELASTICSEARCH_URL:
        return [
            Error(
                "SEARCH_ENGINE=elasticsearch, but ELASTICSEARCH_URL is missing.",
                hint="For example ELASTICSEARCH_URL=http://127.0.0.1:9200, or leave SEARCH_ENGINE out.",
                id="ventanilla.E009",
            )
        ]
    database = {"sqlite": "sqlite3", "postgres": "postgresql"}.get(engine)
    if database and database != _database_engine():
        return [
            Error(
                f"SEARCH_ENGINE={engine} does not fit DATABASE_URL: that engine lives inside the database.",
                hint="Leave SEARCH_ENGINE out: the engine of the database in use is then chosen.",
                id="ventanilla.E010",
            )
        ]
    return []


@register()
def elasticsearch_can_be_named(**_kwargs: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    address = settings.ELASTICSEARCH_URL
    if address and not re.fullmatch(r"https?://[^/\s]+:\d+(/\S*)?", address):
        found.append(
            Error(
                "ELASTICSEARCH_URL is no address with http or https and a port.",
                hint="For example ELASTICSEARCH_URL=https://name:password@search.example.org:9200",
                id="ventanilla.E016",
            )
        )
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,60}", settings.ELASTICSEARCH_INDEX):
        found.append(
            Error(
                f"ELASTICSEARCH_INDEX={settings.ELASTICSEARCH_INDEX} cannot begin the name of an index.",
                hint="Use small letters, digits, - and _, for example ELASTICSEARCH_INDEX=ventanilla",
                id="ventanilla.E017",
            )
        )
    return found


@register()
def work_is_done_in_the_background(**_kwargs: Any) -> list[CheckMessage]:
    if settings.TASKS_RUN not in settings.TASK_BACKENDS:
        return [
            Error(
                f"TASKS={settings.TASKS_RUN} is not known.",
                hint=f"Write one of: {', '.join(settings.TASK_BACKENDS)}.",
                id="ventanilla.E012",
            )
        ]
    if settings.PRODUCTION and settings.TASKS_RUN == "immediate":
        return [
            Warning(
                "TASKS=immediate: whoever saves something waits until all that follows from it is done.",
                hint="Set TASKS=database and keep `manage.py db_worker` running.",
                id="ventanilla.W011",
            )
        ]
    return []


@register()
def shared_addresses_are_networks(**_kwargs: Any) -> list[CheckMessage]:
    unknown = [text for text in settings.SHARED_ADDRESSES if network_of(text) is None]
    if not unknown:
        return []
    return [
        Error(
            f"SHARED_ADDRESSES names what is no network: {', '.join(unknown)}.",
            hint="Write addresses or networks, separated by commas: SHARED_ADDRESSES=203.0.113.7,198.51.100.0/24",
            id="ventanilla.E018",
        )
    ]


@register()
def the_time_zone_exists(**_kwargs: Any) -> list[CheckMessage]:
    if settings.TIME_ZONE_ASKED_FOR == settings.TIME_ZONE:
        return []
    return [
        Error(
            f"TIME_ZONE={settings.TIME_ZONE_ASKED_FOR} is not known: opening hours would be wrong.",
            hint="Write a name such as America/Los_Angeles, America/Chicago or America/New_York.",
            id="ventanilla.E013",
        )
    ]


@register(Tags.caches, deploy=True)
def workers_share_a_cache(**_kwargs: Any) -> list[CheckMessage]:
    if settings.REDIS_URL or settings.WEB_CONCURRENCY < 2:
        return []
    return [
        Warning(
            f"REDIS_URL is missing, but WEB_CONCURRENCY={settings.WEB_CONCURRENCY}: "
            "each worker counts failed sign-ins and sent forms by itself, so a guesser has more tries.",
            hint="For example REDIS_URL=redis://127.0.0.1:6379/0, or WEB_CONCURRENCY=1.",
            id="ventanilla.W014",
        )
    ]


@register(Tags.security)
def staff_need_a_second_factor(**_kwargs: Any) -> list[CheckMessage]:
    if not settings.PRODUCTION or settings.STAFF_MFA_REQUIRED:
        return []
    return [
        Warning(
            "STAFF_MFA_REQUIRED is off: a stolen password is enough to change what families read.",
            hint="Leave STAFF_MFA_REQUIRED out; each person is then asked to set up a code at the next sign-in.",
            id="ventanilla.W015",
        )
    ]
