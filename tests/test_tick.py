"""What happens because time has passed."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page

from core import timed

pytestmark = pytest.mark.django_db


def test_a_page_scheduled_for_now_is_published() -> None:
    page = Page.objects.get(depth=1).add_child(title="Reunión", slug="reunion", live=False)
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)

    call_command("tick")

    page.refresh_from_db()
    assert page.live


def test_sessions_that_have_ended_are_forgotten() -> None:
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now() - timedelta(days=1))

    call_command("tick")

    assert not Session.objects.exists()


def test_one_failing_step_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise ConnectionError

    done = []
    monkeypatch.setattr(timed, "_steps", {})
    timed.register_step("send reminders", fails)
    timed.register_step("tidy up", lambda: done.append("tidied"))

    with pytest.raises(CommandError, match="send reminders"):
        call_command("tick")

    assert done == ["tidied"]
