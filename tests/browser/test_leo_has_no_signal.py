"""The door in a gym without a signal: every tap is kept on the phone, and arrives once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT
from tests.browser.test_lupe_works_on_her_phone import looks_good, lupe

__all__ = ["lupe"]

TODAY = """
from datetime import timedelta
from django.utils import timezone
from core.models import User
from events.models import EventPage
from events.signups.models import ShiftDate, SignUp
from events.volunteers.identity import known_volunteer
from home.tree import ensure_tree
from schools.models import Appointment
from tests.the_events import a_shift, make_event
school = Appointment.objects.filter(person__account__username="ambassador").first().school
event = EventPage.objects.filter(title="At the door").first()
if event is None:
    begins = timezone.localtime() + timedelta(minutes=5)
    first_day, begins = begins.date(), begins.time().replace(second=0, microsecond=0)
    rooms = ensure_tree()["en"].events
    event = make_event(rooms, "At the door", school=school, first_day=first_day, begins=begins, ends=None,
                       shifts=[a_shift(5)])
row = ShiftDate.objects.get(occurrence__event=event)
names = "Ana Peña", "Luis Ñúñez"
people = [known_volunteer(name, f"831 555 010{n}", language="es") for n, name in enumerate(names)]
for each in people:
    if not row.sign_ups.filter(volunteer=each).exists():
        SignUp.objects.create(shift_date=row, volunteer=each, state="confirmed", made_at=timezone.now())
ShiftDate.objects.filter(pk=row.pk).update(taken=2)
print(row.occurrence_id, row.pk)
"""
PAGES = """
from django.urls import reverse
from django.utils.translation import override
with override("%(language)s"):
    print(reverse("event_desk"), reverse("event_enter", args=[%(shift)s]))
    for name in "date", "sheet", "check_in", "walk_in":
        print(reverse(f"event_{name}", args=[%(date)s]))
"""
COUNT = "from events.attending.models import Tap; print(Tap.objects.count())"


def in_the_demo(folder: Path, code: str) -> str:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
        "VENTANILLA_VAR": str(folder),
    }
    command = [sys.executable, "manage.py", "shell", "--verbosity=0", "-c", code]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.getbasetemp() / "demo0"


@pytest.fixture
def door(lupe: Page, folder: Path) -> list[str]:
    return in_the_demo(folder, TODAY).split()


def test_taps_survive_a_dead_signal_and_arrive_once(lupe: Page, door: list[str], folder: Path) -> None:
    lupe.goto(f"/en/event-desk/{door[0]}/check-in/")
    before = int(in_the_demo(folder, COUNT))
    notice = lupe.locator("[data-unsent]")
    lupe.context.set_offline(True)
    lupe.get_by_role("button", name="Here: Ana Peña").click()
    lupe.get_by_role("button", name="Here: Luis Ñúñez").click()
    expect(notice).to_contain_text("2 taps")
    looks_good(lupe)

    lupe.context.set_offline(False)
    expect(notice).to_be_hidden(timeout=30000)
    lupe.reload()

    expect(lupe.get_by_role("button", name="Left: Ana Peña")).to_be_visible()
    assert int(in_the_demo(folder, COUNT)) == before + 2


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_of_the_event_desk(lupe: Page, door: list[str], folder: Path, language: str) -> None:
    for path in in_the_demo(folder, PAGES % {"language": language, "date": door[0], "shift": door[1]}).split():
        lupe.goto(path)
        looks_good(lupe)
