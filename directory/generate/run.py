from collections.abc import Callable
from datetime import date

from django.db import connection

from directory.generate.locations import make_location
from directory.generate.organizations import make_organization
from directory.generate.services import make_service
from directory.generate.stock import Stock, stock

WRITTEN_AT_ONCE = 5_000  # Services; with all their rows some 100 MB. Fewer would write the same index pages more often.
MOST_SERVICES = 12
MOST_PLACES = 4


def generate(
    services: int,
    *,
    seed: int,
    today: date,
    state: str = "CA",
    progress: Callable[[int], None] = lambda _count: None,
) -> None:
    """Make that many services with their organizations and places; the same seed and day make the same rows.

    Nothing is indexed: neither search nor the admin's search box knows the listings yet.
    """
    made = stock(seed, today, state)
    done = written = 0
    while done < services:
        done += _make_organization_with_all(made, most=services - done)
        if done - written >= WRITTEN_AT_ONCE or done == services:
            made.write()
            written = done
        progress(done)
    with connection.cursor() as cursor:
        # Without statistics the planner takes every table for a small one and reads all services for any question.
        cursor.execute("ANALYZE")


def _make_organization_with_all(stock: Stock, *, most: int) -> int:
    owner = make_organization(stock)
    places = [make_location(stock, owner) for _ in range(stock.chance.rank(MOST_PLACES) + 1)]
    count = min(stock.chance.rank(MOST_SERVICES) + 1, most)
    for _ in range(count):
        make_service(stock, owner, places)
    return count
