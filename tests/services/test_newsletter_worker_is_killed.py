"""A worker that sends a newsletter is killed in the middle; whoever comes next serves the others, nobody twice.

The one mail that was with the mail server at that very moment may come again, as the same message: nobody can know.
"""

import mailbox
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.smtp

ROOT = Path(__file__).resolve().parents[2]
READERS = 120
BEFORE_THE_KILL = 20

ISSUE_ON_ITS_WAY = """
from django.utils import timezone
from home.tree import ensure_tree
from schools.newsletter.models import NewsletterIndexPage, NewsletterIssuePage, Sending, Subscription
from wagtail.models import Locale
Locale.objects.get_or_create(language_code="es")
home = ensure_tree()["en"].schools.get_parent()
index = home.add_child(instance=NewsletterIndexPage(title="Newsletter", slug="newsletter"))
page = index.add_child(instance=NewsletterIssuePage(title="March", slug="march"))
page.save_revision().publish()
Subscription.objects.bulk_create(
    Subscription(address=f"{n}-%(mark)s@example.org", language="en", secret=f"s{n}", confirmed_at=timezone.now())
    for n in range(%(readers)s)
)
Sending.objects.create(issue=page, receivers=%(readers)s)
"""
TEN_MINUTES_LATER = """
from datetime import timedelta
from django.db.models import F
from core.models import OutgoingMail
OutgoingMail.objects.exclude(state="sent").update(next_try_at=F("next_try_at") - timedelta(minutes=11))
"""
GO_ON = "from core.timed import run_steps; failed = run_steps(); assert not failed, failed"


class House:
    """An installation of its own, with a database in a file and a real mail server."""

    def __init__(self, folder: Path, email_url: str):
        own = {"DATABASE_URL": f"sqlite:///{folder / 'house.sqlite3'}", "VENTANILLA_VAR": str(folder)}
        self.environment = {
            **os.environ,
            **own,
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "EMAIL_URL": email_url,
            "TASKS": "immediate",
        }

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def run(self, *arguments: str) -> None:
        process = self.begin(*arguments)
        output, _ = process.communicate()
        assert process.returncode == 0, output[-2000:]


@pytest.fixture
def house(offered: Callable[[str], str], tmp_path: Path) -> House:
    house = House(tmp_path, offered("TEST_SMTP_URL"))
    house.run("migrate", "--verbosity=0")
    return house


@pytest.fixture
def arrived(offered: Callable[[str], str], tmp_path: Path) -> Callable[[], list[tuple[str, str]]]:
    """Receiver and id of each message that came for a reader of this test, whose addresses bear its mark."""
    box = mailbox.Maildir(offered("TEST_SMTP_MAILBOX"), create=False)

    def messages() -> list[tuple[str, str]]:
        found = [(str(message["To"]), str(message["Message-ID"])) for message in box]
        return [(to, number) for to, number in found if to.endswith(f"-{mark_of(tmp_path)}@example.org")]

    return messages


def mark_of(folder: Path) -> str:
    return f"{os.getpid()}{folder.stat().st_ino}"


def test_after_a_kill_each_address_has_the_issue_once(house: House, arrived, tmp_path: Path) -> None:
    house.run("shell", "-c", ISSUE_ON_ITS_WAY % {"mark": mark_of(tmp_path), "readers": READERS})
    worker = house.begin("shell", "-c", GO_ON)
    deadline = time.monotonic() + 120
    while len(arrived()) < BEFORE_THE_KILL and worker.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    worker.send_signal(signal.SIGKILL)
    worker.communicate()
    assert BEFORE_THE_KILL <= len(arrived()) < READERS

    house.run("shell", "-c", TEN_MINUTES_LATER)
    house.run("shell", "-c", GO_ON)
    house.run("shell", "-c", GO_ON)

    messages = arrived()
    assert len(set(messages)) == len({to for to, _number in messages}) == READERS
    assert len(messages) <= READERS + 1
