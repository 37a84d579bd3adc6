"""The demo's office, guides and alert, from `directory/data/demo/`."""

from datetime import date, time, timedelta
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.text import slugify
from wagtail.models import Site

from core.locales import locale_id, source_language
from core.models import District
from core.translation import written_by_person
from directory.demo.files import read
from home.models import Alert, ArticlePage
from home.tree import Rooms, follow_source_tree

Data = dict[str, Any]


def load_front(rooms: dict[str, Rooms], today: date) -> None:
    """Load what is not there yet; an office that has a name keeps it."""
    data = read("district.toml")
    _office(data)
    for language, its in rooms.items():
        _home(its, data, language)
    _alert(data["alert"], today)
    _guides(rooms, read("articles.toml")["articles"], today)
    follow_source_tree()


def _office(data: Data) -> None:
    district = District.for_site(Site.objects.get(is_default_site=True))
    if district.phone:
        return
    hours = data["hours"][0]
    district.name, district.office_name = data["name"], data["office"]
    district.phone, district.email = data["phone"], data["email"]
    district.address = f"{data['address_1']}, {data['city']}, CA {data['postal_code']}"
    district.office_days = hours["days"]
    district.office_opens = time.fromisoformat(hours["opens"])
    district.office_closes = time.fromisoformat(hours["closes"])
    district.save()


def _home(rooms: Rooms, data: Data, language: str) -> None:
    if rooms.home.intro or language not in data["home"]:
        return
    words, office = data["home"][language], data["office_page"][language]
    rooms.home.intro, rooms.home.search_description = words["intro"], words["seo_description"]
    rooms.home.office_name, rooms.home.office_note = office["office"], office["person"]
    rooms.home.save_revision().publish()
    rooms.directory.policy = _html(data["policy"][language]["body"])
    rooms.directory.save_revision().publish()


def _alert(data: Data, today: date) -> None:
    if Alert.objects.exists():
        return
    source = Alert(text=data[source_language()]["text"], shown_until=today + timedelta(days=data.get("days", 14)))
    source.save()
    for language in set(data) - {source_language(), "days"}:
        row = Alert(locale_id=locale_id(language), translation_key=source.translation_key, text=data[language]["text"])
        written_by_person(source, row)
        row.save()


def _guides(rooms: dict[str, Rooms], articles: list[Data], today: date) -> None:
    for article in articles:
        source = _guide(rooms[source_language()], article[source_language()], source_language(), None, today)
        for language in set(rooms) - {source_language()}:
            if language in article:
                _guide(rooms[language], article[language], language, source, today)


def _guide(rooms: Rooms, data: Data, language: str, source: ArticlePage | None, today: date) -> ArticlePage:
    slug = data.get("slug") or slugify(data["title"])
    found = ArticlePage.objects.filter(locale_id=locale_id(language), slug=slug).first()
    if found is not None:
        return found
    page = ArticlePage(
        title=data["title"],
        slug=slug,
        intro=data.get("intro", ""),
        body=[_block(block) for block in data["body"]],
        locale_id=locale_id(language),
        checked_on=today - timedelta(days=30),
    )
    if source is not None:
        page.translation_key = source.translation_key
    rooms.guides.add_child(instance=page)
    page.save_revision().publish()
    return page


def _block(block: Data) -> tuple[str, Any]:
    if "heading" in block:
        return "heading", block["heading"]
    if "steps" in block:
        return "steps", block["steps"]
    if "callout" in block:
        return "callout", {"text": block["callout"], "phone": block.get("phone", "")}
    return "paragraph", _html([block])


def _html(blocks: list[Data]) -> str:
    parts = []
    for block in blocks:
        if "heading" in block:
            parts.append(format_html("<h2>{}</h2>", block["heading"]))
        elif "list" in block:
            items = format_html_join("", "<li>{}</li>", ((item,) for item in block["list"]))
            parts.append(format_html("<ul>{}</ul>", items))
        else:
            parts.append(format_html("<p>{}</p>", block["paragraph"]))
    return "".join(parts)
