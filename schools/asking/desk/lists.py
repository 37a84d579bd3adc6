"""All requests of the desk: urgent ones first, then by the day an answer is due."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.pagination import paginate
from core.spoken import SPOKEN, spoken_name
from schools.asking.desk.clock import due_in_words
from schools.asking.models import HelpRequest, Kind
from schools.asking.querysets import HelpRequestQuerySet
from schools.asking.rights import answers_all, at_the_desk, requests_for, schools_for
from schools.calendar import today
from schools.keeping import waiting_since_before

PER_PAGE = 30
STATES = {
    "open": _("open requests"),
    "late": _("late requests"),
    "waiting": _("untouched for a month"),
    "closed": _("closed requests"),
    "all": _("open and closed requests"),
}


@dataclass(frozen=True)
class Ticket:
    """A line of the list: no more of the family than the name they gave."""

    reference: str
    name: str
    school: str
    kind: str
    language: str
    status: str
    is_urgent: bool
    is_late: bool
    due: str
    age: str
    answered_by: str


@at_the_desk
def desk(request: HttpRequest) -> HttpResponse:
    chosen = {name: request.GET.get(name, "") for name in ("state", "school", "kind", "language", "mine")}
    chosen["state"] = chosen["state"] if chosen["state"] in STATES else "open"
    page = paginate(request, _narrowed(requests_for(request.user), chosen, request.user), PER_PAGE)
    context = {
        "pages": page,
        "tickets": [ticket(each) for each in page.items],
        "chosen": chosen,
        "states": STATES,
        "kinds": Kind.choices,
        "schools": list(schools_for(request.user)),
        "languages": _languages(requests_for(request.user)),
        "waiting": requests_for(request.user).untouched_since(waiting_since_before()).count(),
        "answers_all": answers_all(request.user),
    }
    return render(request, "schools/asking/desk/list.html", context)


def _narrowed(requests: HelpRequestQuerySet, chosen: dict[str, str], account: Any) -> HelpRequestQuerySet:
    """What a query string says wrongly narrows nothing."""
    states = {
        "open": requests.open,
        "late": lambda: requests.late(today()),
        "waiting": lambda: requests.untouched_since(waiting_since_before()),
        "closed": requests.closed,
    }
    requests = states.get(chosen["state"], requests.all)()
    if chosen["school"].isdecimal():
        requests = requests.filter(school_id=chosen["school"][:9])
    if chosen["kind"] in Kind.values:
        requests = requests.filter(kind=chosen["kind"])
    if chosen["language"] in SPOKEN:
        requests = requests.filter(language=chosen["language"])
    if chosen["mine"]:
        requests = requests.filter(assigned__person__account=account)
    return requests.order_by("-is_urgent", "due_on", "pk")


def ticket(request: HelpRequest) -> Ticket:
    return Ticket(
        reference=request.reference,
        name=request.name,
        school=request.school_title or gettext("Family office"),
        kind=request.get_kind_display(),
        language=spoken_name(request.language),
        status=request.get_status_display(),
        is_urgent=request.is_urgent,
        is_late=request.is_overdue(today()),
        due=due_in_words(request),
        age=_age(request),
        answered_by=request.assigned.person.name if request.assigned else gettext("Family office"),
    )


def _age(request: HelpRequest) -> str:
    days = request.age(timezone.now()).days
    return ngettext("%(days)s day old", "%(days)s days old", days) % {"days": days} if days else gettext("from today")


def _languages(requests: HelpRequestQuerySet) -> list[tuple[str, str]]:
    codes = requests.order_by().values_list("language", flat=True).distinct()
    return sorted(((code, spoken_name(code)) for code in codes), key=lambda each: each[1])
