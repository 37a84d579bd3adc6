"""The demo's requests in every state, and accounts for the people who answer them, from `schools/data/demo/`."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.text import slugify

from core.accounts.this_machine import AMBASSADOR
from core.locales import source_language
from core.models import User
from schools.asking import retention, working
from schools.asking.models import HelpRequest
from schools.asking.office import ensure_office_group
from schools.asking.routing import who_answers
from schools.calendar import due_after
from schools.demo import read
from schools.models import Appointment, Person, SchoolPage

Data = dict[str, Any]

WORDS = ("kind", "name", "way", "contact", "language", "words", "safe_when", "do_not_call", "do_not_leave_message")
FIRST = "Lupe Arriaga"  # Whoever looks at the demo as an ambassador is she.


def load_requests(schools: Mapping[str, SchoolPage], today: date) -> None:
    """Load them once; nobody is written to. `schools` are facts pages by their key."""
    ensure_office_group()
    _accounts(today)
    if HelpRequest.objects.exists():
        return
    for row in read("requests.toml")["requests"]:
        school = schools.get(row.get("school", ""))
        if school is not None or "school" not in row:
            _request(row, school, today)
    retention.purge()


def _accounts(today: date) -> None:
    """One for everybody who is appointed; the password of the first is set when the demo's login is shown."""
    for person in Person.objects.filter(appointments__in=Appointment.objects.on(today), account=None).distinct():
        name = AMBASSADOR if person.name == FIRST else slugify(person.name)
        person.account, _made = User.objects.get_or_create(
            username=name,
            defaults={
                "email": f"{slugify(person.name)}@vallesereno.example.org",
                "first_name": person.name,
                "password": make_password(None),
            },
        )
        person.save(update_fields=["account"])


def _request(row: Data, school: SchoolPage | None, today: date) -> None:
    values = {name: row[name] for name in WORDS if name in row}
    received = timezone.now() - timedelta(days=row["days_ago"])
    request = HelpRequest(
        **values,
        school=school,
        written_in="es" if row["language"] == "es" else source_language(),
        is_urgent=row.get("urgent", False),
        received_at=received,
        due_on=due_after(settings.REQUEST_ANSWERED_WITHIN_DAYS, since=timezone.localdate(received)),
        times_assigned=1,
    )
    request.assigned = who_answers(request)
    request.save()
    _work(request, row, today)


def _work(request: HelpRequest, row: Data, today: date) -> None:
    by = request.assigned.person.account if request.assigned else None
    for step in row.get("steps", ()):
        _step(request, step, row, by, today)
    if "note" in row:
        working.add_note(request, row["note"], by=by)
    if "closed_days_ago" in row:
        closed = timezone.now() - timedelta(days=row["closed_days_ago"])
        HelpRequest.objects.filter(pk=request.pk).update(closed_at=closed)


def _step(request: HelpRequest, step: str, row: Data, by: Any, today: date) -> None:
    if step == "contacted":
        working.contact(request, by=by)
    elif step == "passed_on":
        agreed_on = today - timedelta(days=row["closed_days_ago"])
        working.pass_on(request, to=row["partner"], agreed="asked", how="call", agreed_on=agreed_on, by=by)
    else:
        close = {
            "connected": working.connect,
            "declined": working.decline,
            "no_reach": working.could_not_reach,
        }[step]
        close(request, by=by, outcome=row.get("outcome", ""))
