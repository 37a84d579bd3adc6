"""One event of the demo, in every language, with its changed dates, its shifts and who signed up."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from django.utils.html import format_html
from django.utils.text import slugify
from wagtail.models import Page

from core.locales import locale_id, source_language
from events.demo.people import sign_up_people
from events.models import ChangedDate, EventIndexPage, EventPage, Shift
from events.recurrence.dates import happenings
from events.volunteers.models import ClearanceTier
from schools.models import SchoolPage
from schools.topics.models import FocusArea, ValuePage

A_YEAR = timedelta(days=366)
Data = dict[str, Any]
PLAIN = (
    *("kind", "days", "place", "place_is_private", "online_url", "contact_name", "contact_phone", "contact_email"),
    *("price", "price_note", "minimum_age", "maximum_age", "who_for", "languages", "interpreters", "food", "bring"),
    *("interpreters_on_request", "child_care", "child_care_note", "access", "how_it_goes", "transport", "builds"),
    *("is_cancelled", "cancelled_because"),
)
OF_A_SHIFT = ("role", "note", "places", "minimum_age", "languages", "child_care_places", "interpreter_places")


def load_event(
    data: Data, indexes: Mapping[str, EventIndexPage], schools: Mapping[str, SchoolPage], today: date
) -> None:
    source = source_language()
    slug = slugify(data[source]["title"])
    parent: Page | None = schools.get(data["under"]) if "under" in data else indexes[source]
    if parent is None or EventPage.objects.facts().filter(slug=slug).exists():
        return
    event = EventPage(slug=slug, locale_id=locale_id(source), **_words(data[source]), **_facts(data, schools, today))
    event.changed_dates.add(*(_changed(row, event) for row in data.get("changed", [])))
    event.shifts.add(*map(_shift, data.get("shifts", [])))
    parent.add_child(instance=event)
    event.values.set(ValuePage.objects.facts().filter(slug__in=data.get("values", [])))
    event.focus.set(FocusArea.objects.filter(code__in=data.get("focus", [])))
    event.save_revision().publish()
    for language in set(indexes) - {source}:
        _translation(event, data, language, indexes[language], schools)
    sign_up_people(event, data.get("shifts", []))


def _translation(
    event: EventPage, data: Data, language: str, index: EventIndexPage, schools: Mapping[str, SchoolPage]
) -> None:
    if language not in data:
        return
    parent: Page = schools[data["under"]].in_language(language) if "under" in data else index
    if parent.locale_id != locale_id(language):
        return
    page = EventPage(
        slug=slugify(data[language]["title"]),
        locale_id=locale_id(language),
        translation_key=event.translation_key,
        **_words(data[language]),
    )
    parent.add_child(instance=page)
    page.save_revision().publish()


def _words(data: Data) -> Data:
    about = format_html("<p>{}</p>", data["about"]) if "about" in data else ""
    return {"title": data["title"], "intro": data["intro"], "about": about}


def _facts(data: Data, schools: Mapping[str, SchoolPage], today: date) -> Data:
    monday = today - timedelta(days=today.weekday())
    first = monday + timedelta(weeks=data["week"], days=data["weekday"])
    facts: Data = {name: data[name] for name in PLAIN if name in data}
    facts["first_day"] = first
    facts["rule"] = _rule(data, first)
    facts["school"] = schools.get(data.get("school", ""))
    for name in ("begins", "ends"):
        facts[name] = time.fromisoformat(data[name]) if name in data else None
    return facts


def _rule(data: Data, first: date) -> str:
    """`until` is the next such day of a year, a month away at least."""
    if "rule" not in data:
        return ""
    month, day = map(int, data["until"].split("-"))
    last = date(first.year, month, day)
    if last < first + timedelta(days=30):
        last = date(first.year + 1, month, day)
    return f"{data['rule']};UNTIL={last:%Y%m%d}"


def _changed(row: Data, event: EventPage) -> ChangedDate:
    """`nth` counts the dates of the rule; `days` is how far it is moved."""
    series = event.series
    assert series is not None  # noqa: S101  set a few lines above
    days = [each.day for each in happenings(series, series.first_day, series.first_day + A_YEAR)]
    day = days[row["nth"] - 1]
    moved = day + timedelta(days=row["days"]) if "days" in row else None
    return ChangedDate(day=day, kind=row["kind"], reason=row["reason"], new_day=moved)


def _shift(row: Data) -> Shift:
    tier = ClearanceTier.objects.filter(level=row.get("tier", 0)).first()
    times = {name: time.fromisoformat(row[name]) for name in ("begins", "ends") if name in row}
    return Shift(tier=tier, **times, **{name: row[name] for name in OF_A_SHIFT if name in row})
