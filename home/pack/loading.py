import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.locales import locale_id, source_language, target_languages
from core.models import SitePage
from home.models import ArticleIndexPage, ArticlePage, HomePage
from home.pack.form import CONCEPTS, FOCUS, FORMAT, KINDS, MANIFEST, PAGES, VERSION, PackedPage, word_names
from schools.topics.models import FocusArea, TopicIndexPage
from search.thesaurus.concepts import Concept
from search.thesaurus.loading import add_missing


@dataclass
class Loaded:
    pages: int = 0
    left: int = 0
    focus_areas: int = 0
    concepts: int = 0
    elsewhere: list[str] = field(default_factory=list)  # Titles without a place here, or in a language without one.


@transaction.atomic
def load(source: Path) -> Loaded:
    """Pages that are not here yet come as drafts. Raises ValidationError for what is no content pack."""
    try:
        with ZipFile(source) as pack:
            about = json.loads(pack.read(MANIFEST))
            if (about["format"], about["version"]) != (FORMAT, VERSION):
                raise KeyError(FORMAT)
            content = {name: json.loads(pack.read(name)) for name in (PAGES, FOCUS, CONCEPTS)}
            pages = [PackedPage(**page) for page in content[PAGES]]
            concepts = [_concept(each) for each in content[CONCEPTS]]
    except (OSError, BadZipFile, KeyError, TypeError, ValueError) as broken:
        raise ValidationError(_("%(name)s is not a content pack, or a broken one.") % {"name": source.name}) from broken
    loaded = Loaded(concepts=len(add_missing(concepts)))
    for area in content[FOCUS]:
        loaded.focus_areas += FocusArea.objects.get_or_create(code=area["code"], defaults=area)[1]
    for page in pages:
        _add(page, loaded)
    return loaded


def _concept(data: dict[str, Any]) -> Concept:
    words, said = ({each: tuple(found) for each, found in data[name].items()} for name in ("words", "said"))
    return Concept(
        code=data["code"],
        words=words,
        said=said,
        subjects=tuple(data["subjects"]),
        broader=data["broader"],
        unless=tuple(data["unless"]),
    )


def _add(page: PackedPage, loaded: Loaded) -> None:
    model = KINDS.get(page.kind)
    if model is None or page.language not in [source_language(), *target_languages()]:
        loaded.elsewhere.append(page.title)
        return
    same = model._default_manager.filter(locale_id=locale_id(page.language))
    if same.filter(Q(translation_key=page.key) | Q(slug=page.slug), alias_of=None).exists():
        loaded.left += 1
        return
    parent = _parent(page, model)
    if parent is None:
        loaded.elsewhere.append(page.title)
        return
    same.filter(translation_key=page.key).delete()  # A stand-in without words of its own.
    words = {name: page.words[name] for name in word_names(model) if name in page.words}
    draft = model(
        title=page.title,
        slug=_free(parent, page.slug),
        intro=page.intro,
        locale_id=locale_id(page.language),
        translation_key=page.key,
        live=False,
        **{name: json.dumps(said) if isinstance(said, list) else said for name, said in words.items()},
    )
    parent.add_child(instance=draft)
    draft.save_revision()
    loaded.pages += 1


def _parent(page: PackedPage, model: type[SitePage]) -> Page | None:
    """The page above it on the other site if it is here, else the room for its kind."""
    here = Page.objects.filter(locale_id=locale_id(page.language))
    above = here.filter(translation_key=page.parent).first()
    rooms: Iterable[type[SitePage]] = (
        (ArticleIndexPage, HomePage) if model is ArticlePage else (TopicIndexPage, HomePage)
    )
    found = [above.specific] if above else []
    for kind in rooms:
        found += kind._default_manager.filter(locale_id=locale_id(page.language))[:1]
    return next((place for place in found if model.can_create_at(place)), None)


def _free(parent: Page, slug: str) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    return next(each for each in chain([slug], (f"{slug}-{number}" for number in count(2))) if each not in taken)
