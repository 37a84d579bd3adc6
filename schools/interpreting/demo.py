"""Requests of the demo, from `schools/data/demo/interpreters.toml`."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from core.locales import source_language
from schools.demo import Data, read
from schools.interpreting.models import InterpreterRequest
from schools.interpreting.requests import Asked, cover, receive, regret
from schools.models import SchoolPage

NOBODYS_PHONE = "(831) 555-0142"  # No mail leaves a demo.


def load_interpreter_requests(schools: Mapping[str, SchoolPage], today: date) -> None:
    """Nothing where somebody has asked already."""
    if not InterpreterRequest.objects.exists():
        for row, school in zip(read("interpreters.toml")["requests"], schools.values(), strict=False):
            _request(row, school, today)


def _request(row: Data, school: SchoolPage, today: date) -> None:
    asked = receive(
        Asked(
            what=row["what"],
            language=row["language"],
            school=school,
            needed_on=today + timedelta(days=row["days"]),
            needed_at=time(17),
            about=row["about"],
            way=NOBODYS_PHONE,
            told_in=source_language(),
        )
    )
    if row.get("answer") == "covered":
        cover(asked, by=None)
    elif "answer" in row:
        regret(asked, by=None, offer=row["answer"])
