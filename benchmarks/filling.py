"""A database with that many services, ready to be visited."""

from collections.abc import Callable
from io import StringIO
from time import perf_counter

from django.core.management import call_command

from directory.admin_search import index_for_admin
from directory.generate import generate
from directory.models import Service
from directory.public.opening import today
from search import copy
from search.engines import choice

SEED = 1


def fill(services: int) -> dict[str, float]:
    """Seconds of each step; nothing is done where the listings are there already."""
    call_command("compile_catalogues")
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if Service.objects.facts().count() == services:
        return _fill_copy()
    call_command("setup_site", stdout=StringIO())
    return {
        "generate": _seconds(lambda: generate(services, seed=SEED, today=today())),
        "search rebuild": _seconds(_rebuild),
    }


def _fill_copy() -> dict[str, float]:
    """Elasticsearch may have been started after the tables were filled."""
    there = not choice.has_copy() or copy.is_there()
    return {} if there else {"search rebuild": _seconds(_rebuild)}


def _rebuild() -> None:
    call_command("search", "rebuild", verbosity=0, stdout=StringIO())


def index_for_rival() -> None:
    """Wagtail's index of the services' names."""
    index_for_admin(Service, Service.objects.values_list("pk", flat=True))


def _seconds(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return perf_counter() - began
