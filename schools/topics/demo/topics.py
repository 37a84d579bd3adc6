"""Values, programmes, topics and pillars of the demo."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.html import format_html

from core.locales import source_language
from schools.models import SchoolPage
from schools.pairs.demo import load_paper
from schools.topics.demo.pages import (
    Data,
    InLanguages,
    bullets,
    ensure,
    words_with_body,
)
from schools.topics.models import (
    FocusArea,
    HubPaper,
    Partner,
    PillarAtSchool,
    PillarPage,
    ProgrammePage,
    TopicHubPage,
    ValueIndexPage,
    ValuePage,
)

ByKey = dict[str, InLanguages]


def load_focus_areas(areas: list[Data]) -> None:
    for place, area in enumerate(areas, start=1):
        FocusArea.objects.get_or_create(code=area["code"], defaults={"name": area["name"], "order": 10 * place})


def load_values(data: Data, rooms: InLanguages) -> ByKey:
    index = ensure(ValueIndexPage, rooms, data["values_room"], words_with_body)
    return {value["key"]: ensure(ValuePage, index, value, words_with_body) for value in data["values"]}


def load_programmes(
    programmes: list[Data], rooms: InLanguages, schools: Mapping[str, SchoolPage], values: ByKey
) -> ByKey:
    return {data["key"]: _programme(data, rooms, schools, values) for data in programmes}


def _programme(data: Data, rooms: InLanguages, schools: Mapping[str, SchoolPage], values: ByKey) -> InLanguages:
    facts = {name: data[name] for name in ("contact_name", "contact_role", "phone", "email")}
    pages = ensure(ProgrammePage, rooms, data, _programme_words, at_every_school=data.get("everywhere", False), **facts)
    page = pages[source_language()]
    if not page.values.exists():
        page.values.set(owners(values, data["values"]))
        page.focus.set(FocusArea.objects.filter(code__in=data["focus"]))
        page.schools.set([schools[key] for key in data.get("at", []) if key in schools])
        page.partners.set([Partner(**partner, sort_order=at) for at, partner in enumerate(data.get("partners", []))])
        page.save_revision().publish()
    return pages


def _programme_words(data: Data) -> Data:
    return {
        **words_with_body(data),
        "for_whom": format_html("<p>{}</p>", data["for_whom"]),
        "how_to_join": bullets(data["how_to_join"]),
    }


def load_hubs(hubs: list[Data], rooms: InLanguages, programmes: ByKey, today: date) -> ByKey:
    return {data["key"]: _hub(data, rooms, programmes, today) for data in hubs}


def _hub(data: Data, rooms: InLanguages, programmes: ByKey, today: date) -> InLanguages:
    written = {language: data[language] | _rows(data, language) for language in rooms if language in data}
    pages = ensure(TopicHubPage, rooms, written, _hub_words, shows_crisis_lines=data.get("crisis", False))
    page = pages[source_language()]
    if not page.programmes.exists():
        page.programmes.set(owners(programmes, data["programmes"]))
        page.library.set([_paper(paper, at, today) for at, paper in enumerate(data.get("library", []))])
        page.save_revision().publish()
    return pages


def _paper(data: Data, place: int, today: date) -> HubPaper:
    lowest, highest = data.get("grades", (None, None))
    paper = load_paper(data, {language: data[language] for language in ("en", "es")}, today, today)
    return HubPaper(paper=paper, lowest_grade=lowest, highest_grade=highest, sort_order=place)


def _rows(data: Data, language: str) -> Data:
    """The rows of a hub are written side by side in the file."""
    return {
        "searches": [row[language] for row in data["searches"]],
        "papers": [(row[language], row["address"]) for row in data.get("papers", [])],
        "bands": [row[language] for row in data.get("bands", [])],
    }


def _hub_words(data: Data) -> Data:
    return {
        **words_with_body(data),
        "grade_bands": [
            ("grades", {"grades": band["grades"], "text": bullets(band["list"])}) for band in data["bands"]
        ],
        "searches": [("search", {"text": text, "question": question}) for text, question in data["searches"]],
        "papers": [("paper", {"text": text, "address": address}) for text, address in data["papers"]],
    }


def load_pillars(pillars: list[Data], hub: InLanguages, schools: Mapping[str, SchoolPage]) -> ByKey:
    return {data["key"]: _pillar(data, hub, schools) for data in pillars}


def _pillar(data: Data, hub: InLanguages, schools: Mapping[str, SchoolPage]) -> InLanguages:
    pages = ensure(PillarPage, hub, data, words_with_body)
    page = pages[source_language()]
    if not page.at_schools.exists():
        page.at_schools.set(
            [
                PillarAtSchool(school=schools[row["school"]], what=_said(row), sort_order=at)
                for at, row in enumerate(data["at"])
                if row["school"] in schools
            ]
        )
        page.save_revision().publish()
    return pages


def owners(pages: ByKey, keys: list[str]) -> list[Any]:
    """The facts pages of some keys."""
    return [pages[key][source_language()] for key in keys]


def _said(row: Data) -> dict[str, str]:
    return {language: text for language, text in row.items() if language != "school"}
