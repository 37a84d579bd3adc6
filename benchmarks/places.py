"""Many people press at the same moment, one place each round: how often there is one too many, and how long it takes.

    python -m benchmarks.places [--rounds 200] [--people 50]

On PostgreSQL (TEST_POSTGRESQL_URL) three ways: as it is; without the lock; without lock and constraint, which is the
control that has to overbook. On an SQLite file as it is. Each person is a thread with a connection of its own; who is
told that very many people are here presses once more, as people do.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median, quantiles
from threading import Barrier
from typing import Any

from benchmarks.start import begin, machine, postgresql_address, sqlite_address

NO_MORE_THAN = "never_one_too_many"
PRESSES = 20


@dataclass
class Told:
    """What people were answered, and after how many milliseconds."""

    answers: Counter[str] = field(default_factory=Counter)
    waited: list[float] = field(default_factory=list)
    overbooked: int = 0
    most: int = 0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=200)
    arguments.add_argument("--people", type=int, default=50)
    arguments.add_argument("--sqlite", action="store_true", help="on a file of SQLite instead of PostgreSQL")
    options = arguments.parse_args()
    begin(
        sqlite_address("places") if options.sqlite else postgresql_address("ventanilla_places"), "config.settings.test"
    )
    print(machine())
    measure(options.rounds, options.people, all_ways=not options.sqlite)


def measure(rounds: int, people: int, *, all_ways: bool) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print("| way | rounds | attempts | overbooked | most in one place | answers | median ms | p95 ms |")
    print("|---|---|---|---|---|---|---|---|")
    show("lock and constraint", run(rounds, people, with_lock), rounds, people)
    if all_ways:
        show("constraint alone", run(rounds, people, without_lock), rounds, people)
        with no_constraint():
            show("neither (control)", run(rounds, people, without_lock), rounds, people)


def show(way: str, told: Told, rounds: int, people: int) -> None:
    answers = ", ".join(f"{count} {name}" for name, count in told.answers.most_common())
    p95 = quantiles(told.waited, n=20)[-1]
    print(
        f"| {way} | {rounds} | {rounds * people} | {told.overbooked} | {told.most} | {answers} "
        f"| {median(told.waited):.0f} | {p95:.0f} |",
        flush=True,
    )


def run(rounds: int, people: int, press: Callable[[int, Any], str]) -> Told:
    told = Told()
    volunteers = everybody(people)
    for _round in range(rounds):
        shift = one_place()
        for answer, waited in at_once(volunteers, shift, press):
            told.answers[answer] += 1
            told.waited.append(waited)
        holding = holders(shift)
        told.overbooked += holding > 1
        told.most = max(told.most, holding)
    return told


def at_once(volunteers: list[Any], shift: int, press: Callable[[int, Any], str]) -> list[tuple[str, float]]:
    from django.db import connection

    start = Barrier(len(volunteers))

    def one(volunteer: Any) -> tuple[str, float]:
        try:
            connection.ensure_connection()
            start.wait(timeout=60)
            began = time.perf_counter()
            answer = press(shift, volunteer)
            return answer, 1000 * (time.perf_counter() - began)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(volunteers)) as pool:
        return list(pool.map(one, volunteers))


def with_lock(shift: int, volunteer: Any) -> str:
    from django.db import DatabaseError

    from events.signups.seats import BusyError
    from events.signups.taking import Wish, take

    for _press in range(PRESSES):
        try:
            return str(take(shift, volunteer, Wish()).state)
        except BusyError:
            continue
        except DatabaseError as error:
            return type(error).__name__
    return "gave up"


def without_lock(shift: int, volunteer: Any) -> str:
    from django.db import DatabaseError, transaction

    from events.signups.models import ShiftDate
    from events.signups.taking import Wish, seat

    try:
        with transaction.atomic():
            row = ShiftDate.objects.select_related("occurrence__event", "tier").get(pk=shift)
            return str(seat(row, volunteer, Wish()).state)
    except DatabaseError as error:
        return type(error).__name__


@contextmanager
def no_constraint() -> Iterator[None]:
    from django.db import connection

    from events.signups.models import ShiftDate

    constraint = next(each for each in ShiftDate._meta.constraints if each.name == NO_MORE_THAN)
    with connection.schema_editor() as editor:
        editor.remove_constraint(ShiftDate, constraint)
    try:
        yield
    finally:
        ShiftDate.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(ShiftDate, constraint)


def everybody(people: int) -> list[Any]:
    from events.volunteers.identity import known_volunteer

    return [known_volunteer(f"Person {number}", f"831 555 {number:04d}", language="es") for number in range(people)]


def one_place() -> int:
    """A shift of its own for every round; nobody is on two lists at the same time."""
    from django.utils import timezone

    from events.models import EventPage, Occurrence
    from events.signups.models import ShiftDate
    from home.tree import ensure_tree

    ShiftDate.objects.all().delete()
    event = EventPage.objects.filter(slug="rush").first()
    if event is None:
        event = EventPage(title="Rush", slug="rush", first_day=timezone.localdate() + timedelta(days=9))
        ensure_tree()["en"].events.add_child(instance=event)
        event.save_revision().publish()
    occurrence = Occurrence.objects.filter(event=event).first()
    shift = ShiftDate.objects.create(occurrence=occurrence, starts_at=occurrence.starts_at, places=1, role={"en": "x"})
    return int(shift.pk)


def holders(shift: int) -> int:
    from events.signups.models import SignUp

    return SignUp.objects.holding().filter(shift_date=shift).count()


if __name__ == "__main__":
    main()
