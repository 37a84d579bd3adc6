"""Whoever promised a document hears of it on its day, once, in their own language."""

from datetime import timedelta
from typing import Any

import pytest
from wagtail.users.models import UserProfile

from core.models import User
from schools.calendar import today
from schools.pairs.models import PairedFile
from schools.pairs.pairing import promise
from schools.pairs.reminding import remind_of_promises
from tests.pairs import a_document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "es"])
def test_one_mail_on_the_day_with_a_link(
    language: str, mailoutbox: Any, django_capture_on_commit_callbacks: Any
) -> None:
    elena = User.objects.create_user("elena", "elena@example.org", "long-enough")
    UserProfile.objects.create(user=elena, preferred_language=language)
    pair = a_document(files="en")
    PairedFile.objects.filter(language="es").update(promised_by=elena)

    with django_capture_on_commit_callbacks(execute=True):
        remind_of_promises()
        remind_of_promises()

    assert [mail.to for mail in mailoutbox] == [["elena@example.org"]]
    assert f"/admin/snippets/pairs/documentpair/edit/{pair.pk}/" in mailoutbox[0].body
    assert pair.title[language] in mailoutbox[0].subject


def test_another_day_promised_is_another_reminder_and_a_day_to_come_is_none() -> None:
    pair = a_document(files="en")
    assert remind_of_promises() == 0
    assert PairedFile.objects.get(language="es").reminded_on == today()

    promise(pair, "es", today() + timedelta(days=1))

    remind_of_promises()
    assert PairedFile.objects.get(language="es").reminded_on is None
