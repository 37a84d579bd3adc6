"""A page of the demo in every language, made once."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.text import slugify
from wagtail.models import Page

from core.locales import locale_id, source_language, target_languages
from core.models import SitePage
from schools.models import SchoolPage

Data = dict[str, Any]
InLanguages = dict[str, Any]
Words = Callable[[Data], Data]
Block = tuple[str, Any]


def ensure(model: type[SitePage], parents: Mapping[str, Page], data: Data, words: Words, **facts: Any) -> InLanguages:
    """The pages by language. One that has its address already is left as it is."""
    pages: InLanguages = {}
    for language in [source_language(), *target_languages()]:
        if language in data and language in parents:
            slug = data[language].get("slug") or slugify(data[language]["title"])
            page = model(slug=slug, locale_id=locale_id(language), **words(data[language]), **facts)
            pages[language] = _added(page, parents[language], pages.get(source_language()))
    return pages


def _added(page: SitePage, parent: Page, source: SitePage | None) -> SitePage:
    if source is not None:
        page.translation_key = source.translation_key
    same = type(page)._default_manager.filter(locale_id=page.locale_id)
    translated = same.filter(translation_key=page.translation_key)
    found = same.child_of(parent).filter(slug=page.slug).first() or translated.first()
    if found is not None:
        return found
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def words_of_room(data: Data) -> Data:
    return {"title": data["title"], "intro": data["intro"]}


def words_with_body(data: Data) -> Data:
    return {**words_of_room(data), "body": body(data.get("body", []))}


def body(blocks: Iterable[Data]) -> list[Block]:
    return [_block(block) for block in blocks]


def bullets(items: Iterable[str]) -> str:
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((item,) for item in items)))


def in_every_language(school: SchoolPage) -> dict[str, Page]:
    """The pages of a school by language."""
    pages = SchoolPage.objects.filter(translation_key=school.translation_key).select_related("locale")
    return {page.locale.language_code: page for page in pages}


def _block(block: Data) -> Block:
    if "heading" in block:
        return "heading", block["heading"]
    if "steps" in block:
        return "steps", block["steps"]
    if "callout" in block:
        return "callout", {"text": block["callout"], "phone": block.get("phone", "")}
    if "list" in block:
        return "paragraph", bullets(block["list"])
    return "paragraph", format_html("<p>{}</p>", block["paragraph"])
