"""A message went out to every family: hundreds sign up within a minute, while others go on reading.

    python -m benchmarks.rush [--people 500] [--views 50] [--seconds 60]

The site under gunicorn with production's settings on PostgreSQL (TEST_POSTGRESQL_URL), a worker for background tasks
beside it, and a mail server that is away the whole time. Everybody opens the form, takes three seconds to write, and
sends it; every second one taps twice. There are fewer places than people, so the waiting lists fill, too. Phones come
from addresses of their own, a fourth of them from behind a school's one address; the limits of forms hold as always.
The people are made by a process of their own on the same machine; what it costs is said.

Fails (exit code 1) where anybody saw an error, a shift has one too many, or somebody is on a list twice, on none, or
without the one letter that waits for the mail server.
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from benchmarks.browsers import Answer, Browser, hidden_fields
from benchmarks.server import gunicorn
from benchmarks.start import ROOT, begin, machine, postgresql_address

SHIFTS, LISTINGS = 20, 300
WRITES_FOR = 3.0
PRESSES = 5  # Who is told that very many people are here presses once more.
SCHOOL = "192.0.2.10"
NOBODY_LISTENS = "smtp://127.0.0.1:9"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--people", type=int, default=500)
    arguments.add_argument("--views", type=int, default=50, help="pages a second that others read")
    arguments.add_argument("--seconds", type=int, default=60)
    options = arguments.parse_args()
    os.environ |= {
        "EMAIL_URL": NOBODY_LISTENS,
        "TASKS": "database",
        "TRUSTED_PROXY_COUNT": "1",
        "SHARED_ADDRESSES": "192.0.2.0/24",
        "PUBLIC_URL": "https://benchmark.example.org",
    }
    begin(postgresql_address("ventanilla_rush"))
    print(machine())
    shifts, pages = prepare(options.people)
    with gunicorn(), task_worker():
        answers = rush(shifts, pages, options)
    show(answers, options)
    sys.exit(1 if faults(answers, shifts, options.people) else 0)


def prepare(people: int) -> tuple[list[int], list[str]]:
    """Shifts with places for four fifths of the people, and the pages that others read."""
    from benchmarks.addresses import paths
    from benchmarks.filling import fill
    from events.models import EventPage
    from events.signups.models import ShiftDate, SignUp
    from home.tree import ensure_tree

    fill(LISTINGS)
    SignUp.objects.all().delete()
    forget_letters()
    EventPage.objects.all().delete()
    count = min(SHIFTS, people // 5)
    event = make_event(ensure_tree()["en"].events, count, places=people * 4 // 5 // count)
    shifts = list(ShiftDate.objects.filter(occurrence__event=event).values_list("pk", flat=True))
    calendars = {"en": "/en/events/", "es": "/es/eventos/"}
    kinds = [[*paths(language).values(), [calendars[language]], [event.url or ""]] for language in ("en", "es")]
    return shifts, [random.choice(kind) for _times in range(40) for several in kinds for kind in several]


def make_event(parent: Any, count: int, places: int) -> Any:
    from django.utils import timezone

    from events.models import EventPage, Shift

    event = EventPage(title="A rush", slug="a-rush", first_day=timezone.localdate() + timedelta(days=9))
    roles = [{"en": f"Table {number}", "es": f"Mesa {number}"} for number in range(count)]
    event.shifts = [Shift(role=role, places=places) for role in roles]
    parent.add_child(instance=event)
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def forget_letters() -> None:
    from core.models import OutgoingMail
    from events.volunteers.models import Volunteer

    OutgoingMail.objects.all().delete()
    Volunteer.objects.all().delete()


@contextmanager
def task_worker() -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "manage.py", "db_worker", "--interval", "1"], cwd=ROOT)
    try:
        yield
        drain()
    finally:
        process.terminate()
        process.wait(timeout=60)


def drain() -> None:
    """Until the worker has written the letters that it was asked for."""
    from django_tasks_db.models import DBTaskResult

    for _second in range(180):
        if not DBTaskResult.objects.ready().exists():
            return
        time.sleep(1)


def rush(shifts: list[int], pages: list[str], options: argparse.Namespace) -> list[Answer]:
    """Everybody comes at a moment of their own, whether or not those before have been answered."""
    visitors = min(400, options.people) + 4 * options.views
    comes: list[tuple[float, Callable[[], list[Answer]]]] = []
    for number in range(options.people):
        at = number * options.seconds / options.people
        comes.append((at, lambda number=number: sign_up(number, shifts[number % len(shifts)])))  # type: ignore[misc]
    for number in range(options.views * options.seconds):
        comes.append((number / options.views, lambda number=number: read(number, pages)))  # type: ignore[misc]
    began = time.perf_counter()
    with ThreadPoolExecutor(visitors) as pool:
        waiting = []
        for at, act in sorted(comes, key=lambda each: each[0]):
            time.sleep(max(0.0, began + at - time.perf_counter()))
            waiting.append(pool.submit(act))
        return [answer for each in waiting for answer in each.result()]


def read(number: int, pages: list[str]) -> list[Answer]:
    return [Browser(f"10.1.{number // 250 % 250}.{number % 250}").get("view", pages[number % len(pages)])]


def sign_up(number: int, shift: int) -> list[Answer]:
    address = SCHOOL if number % 4 == 0 else f"10.0.{number // 250}.{number % 250}"
    browser, language = Browser(address), "es" if number % 2 else "en"
    path = f"/es/inscribirse/{shift}/" if language == "es" else f"/en/sign-up/{shift}/"
    shown = browser.get("form", path)
    time.sleep(WRITES_FOR)
    fields = hidden_fields(shown.text) | {
        "name": f"Person {number}",
        "reach": f"person{number}@example.org",
        "age_band": "adult",
    }
    answers = [shown]
    taps = 2 if number % 2 else 1
    with ThreadPoolExecutor(taps) as fingers:
        answers += fingers.map(lambda _tap: Browser(address).send("sign-up", path, fields), range(taps))
    for _press in range(PRESSES):
        if answers[-1].status == 302:
            break
        answers.append(browser.send("sign-up", path, fields))
    if answers[-1].location:
        answers.append(browser.get("own page", answers[-1].location))
    return answers


def show(answers: list[Answer], options: argparse.Namespace) -> None:
    print(f"\n{options.people} people and {options.views} views a second, for {options.seconds} s\n")
    print("| what | answers | median ms | p95 ms | longest ms | status |\n|---|---|---|---|---|---|")
    for what in ("form", "sign-up", "own page", "view"):
        found = sorted(answer.milliseconds for answer in answers if answer.what == what)
        status = Counter(answer.status for answer in answers if answer.what == what)
        told = ", ".join(f"{count} × {code}" for code, count in sorted(status.items()))
        if found:
            middle, late = found[len(found) // 2], found[int(len(found) * 0.95)]
            print(f"| {what} | {len(found)} | {middle:.0f} | {late:.0f} | {found[-1]:.0f} | {told} |")
    ends = max(answer.ended for answer in answers)
    begins = min(answer.ended - answer.milliseconds / 1000 for answer in answers)
    used = sum(os.times()[:2])
    print(f"\n{len(answers) / (ends - begins):.1f} answers a second over {ends - begins:.0f} s;", end=" ")
    print(f"the people themselves took {used:.0f} s of the processors")


def faults(answers: list[Answer], shifts: list[int], people: int) -> list[str]:
    from django.db.models import F

    from core.models import OutgoingMail
    from events.signups.models import ShiftDate, SignUp

    rows = ShiftDate.objects.filter(pk__in=shifts)
    active = SignUp.objects.active().filter(shift_date__in=rows)
    letters = OutgoingMail.objects.filter(purpose="signup_received")
    busy = sum(answer.what == "sign-up" and answer.status == 200 for answer in answers)
    wrong = {
        "errors": sum(answer.status not in (200, 302) for answer in answers),
        "shifts with one too many": rows.filter(taken__gt=F("places")).count(),
        "places not given": sum(row.places - row.taken for row in rows),
        "people twice or on no list": abs(active.count() - people)
        + abs(active.values("volunteer").distinct().count() - people),
        "letters missing or too many": abs(letters.count() - people),
        "letters lost": letters.exclude(state=OutgoingMail.State.WAITING).count(),
    }
    print(f"{active.count()} on the lists, {sum(row.taken for row in rows)} with a place; pressed once more: {busy}")
    print("; ".join(f"{name}: {count}" for name, count in wrong.items()))
    return [name for name, count in wrong.items() if count]


if __name__ == "__main__":
    main()
