"""One event of the demo, in every language, with its changed dates, its shifts and who signed up."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.utils.html import format_html
from django.utils.text import slugify
from wagtail.models import Page

from core.locales import locale_id, source_language
from directory.demo.files import key_id
from directory.models import Location, Organization
from events.demo.dates import changes_of, first_day_of, rule_of
from events.demo.held import write_down_what_was
from events.demo.people import sign_up_people
from events.models import EventIndexPage, EventMaterial, EventPage, Shift
from events.volunteers.models import ClearanceTier
from schools.models import Person, SchoolPage
from schools.pairs.demo import load_paper
from schools.topics.models import FocusArea, PillarPage, ValuePage

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
    event.changed_dates.add(*changes_of(event, data.get("changed", [])))
    event.materials.add(*(_material(paper, today) for paper in data.get("papers", [])))
    event.shifts.add(*map(_shift, data.get("shifts", [])))
    parent.add_child(instance=event)
    event.values.set(ValuePage.objects.facts().filter(slug__in=data.get("values", [])))
    event.pillars.set(PillarPage.objects.facts().filter(slug__in=data.get("pillars", [])))
    event.focus.set(FocusArea.objects.filter(code__in=data.get("focus", [])))
    event.save_revision().publish()
    for language in set(indexes) - {source}:
        _translation(event, data, language, indexes[language], schools)
    sign_up_people(event, data.get("shifts", []))
    if first_day_of(data, today) < today:
        write_down_what_was(event)


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
    facts: Data = {name: data[name] for name in PLAIN if name in data}
    facts["first_day"] = first_day_of(data, today)
    facts["rule"] = rule_of(data, facts["first_day"])
    facts["organization"] = Organization.objects.filter(pk=key_id("organization", data.get("held_by", ""))).first()
    facts["location"] = Location.objects.filter(pk=key_id("location", data.get("location", ""))).first()
    facts["school"] = schools.get(data.get("school", ""))
    for name in ("begins", "ends"):
        facts[name] = time.fromisoformat(data[name]) if name in data else None
    return facts


def _shift(row: Data) -> Shift:
    tier = ClearanceTier.objects.filter(level=row.get("tier", 0)).first()
    lead = Person.objects.filter(name=row.get("lead", "")).first()
    times = {name: time.fromisoformat(row[name]) for name in ("begins", "ends") if name in row}
    return Shift(tier=tier, lead=lead, **times, **{name: row[name] for name in OF_A_SHIFT if name in row})


def _material(paper: Data, today: date) -> EventMaterial:
    return EventMaterial(paper=load_paper(paper, paper["title"], today, today))
