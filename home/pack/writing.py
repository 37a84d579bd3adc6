import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext, override
from wagtail.fields import StreamField

from core.locales import source_language, target_languages
from core.models import SitePage
from home.pack.form import CONCEPTS, FOCUS, FORMAT, KINDS, MANIFEST, PAGES, VERSION, PackedPage, word_names
from schools.topics.models import FocusArea
from search.thesaurus.models import Concept

# Addresses inside a site mean nothing on another one.
_LINK_INSIDE = re.compile(r"<a\b[^>]*\blinktype=[^>]*>(.*?)</a>", re.DOTALL)
_PICTURE = "image"


def write(target: Path) -> int:
    """The pages in the pack."""
    languages = [source_language(), *target_languages()]
    pages = list(_pages(languages))
    with ZipFile(target, "w", ZIP_DEFLATED) as pack:
        about = {"format": FORMAT, "version": VERSION, "made_on": f"{timezone.localdate()}", "languages": languages}
        _put(pack, MANIFEST, about)
        _put(pack, PAGES, [asdict(page) for page in pages])
        _put(pack, FOCUS, list(FocusArea.objects.values("code", "name", "order")))
        _put(pack, CONCEPTS, [asdict(concept.content()) for concept in _concepts()])
        pack.writestr("README.md", "\n\n".join(map(_about, languages)))
        for page in pages:
            pack.writestr(f"texts/{page.language}/{page.kind}-{page.slug}.md", _read(page))
    return len(pages)


def _put(pack: ZipFile, name: str, content: Any) -> None:
    pack.writestr(name, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def _concepts() -> Iterator[Concept]:
    rows = Concept.objects.filter(active=True).select_related("broader").prefetch_related("words")
    yield from rows.order_by("code")


def _pages(languages: list[str]) -> Iterator[PackedPage]:
    for kind, model in KINDS.items():
        live = model._default_manager.live().filter(alias_of=None, locale__language_code__in=languages)
        for page in live.select_related("locale").order_by("path"):
            yield PackedPage(
                kind=kind,
                key=f"{page.translation_key}",
                language=page.locale.language_code,
                parent=f"{page.get_parent().translation_key}",
                title=page.title,
                slug=page.slug,
                intro=page.intro,
                words={name: _words(page, name) for name in word_names(model)},
            )


def _words(page: SitePage, name: str) -> Any:
    kept = page._meta.get_field(name).value_from_object(page)
    if isinstance(page._meta.get_field(name), StreamField):
        kept = [block for block in kept.raw_data if block["type"] != _PICTURE]
    return _without_links(kept)


def _without_links(value: Any) -> Any:
    if isinstance(value, str):
        return _LINK_INSIDE.sub(r"\1", value)
    if isinstance(value, dict):
        return {name: _without_links(each) for name, each in value.items()}
    return [_without_links(each) for each in value] if isinstance(value, list) else value


def _read(page: PackedPage) -> str:
    paragraphs = [f"# {page.title}", page.intro, *_paragraphs(list(page.words.values()))]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _paragraphs(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        broken = re.sub(r"</(?:p|li|h\d)>|<br/?>", "\n\n", value)
        yield from (text for part in broken.split("\n\n") if (text := unescape(strip_tags(part)).strip()))
    elif isinstance(value, dict) and "type" in value:
        found = list(_paragraphs(value["value"]))
        yield from (f"## {text}" for text in found) if value["type"] == "heading" else found
    elif isinstance(value, dict):
        yield from (text for name, each in value.items() if name != "id" for text in _paragraphs(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _paragraphs(each))


def _about(language: str) -> str:
    with override(language):
        return gettext(
            "What a school district wrote for its families, to be used by another one. There are no names of people, "
            "no accounts, no letters of families and no pictures in it. Phone numbers that stand inside a text are "
            "still there: read every page before you publish it. `manage.py load_content_pack` adds the pages as "
            "drafts; the folder `texts` has the same to read."
        )
