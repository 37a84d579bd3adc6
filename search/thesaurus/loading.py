"""Putting what is shipped into the database, around what the office has made of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from search import stamps
from search.thesaurus import shipped
from search.thesaurus.answers import Answer
from search.thesaurus.concepts import Concept as ConceptContent
from search.thesaurus.lines import text
from search.thesaurus.models import (
    Concept,
    ConceptWords,
    PromotedAnswer,
    PromotedAnswerWords,
    Shipped,
    checksum,
)


@dataclass
class Loaded:
    """Codes. `kept` are the office's own version of what is shipped; `removed` are no longer shipped."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    @property
    def changed(self) -> list[str]:
        return [*self.added, *self.updated]


@transaction.atomic
def load(data: Path = shipped.DATA, *, replace: bool = False) -> tuple[Loaded, Loaded]:
    """What happened to the concepts, and to the promoted answers. Safe to run again."""
    concepts, answers = shipped.concepts(data), shipped.answers(data)
    happened = (
        _load(Concept, concepts, _write_concepts, replace=replace),
        _load(PromotedAnswer, answers, _write_answers, replace=replace),
    )
    if any(each.changed or each.removed for each in happened):
        stamps.renew(stamps.THESAURUS)
    return happened


@transaction.atomic
def add_missing(concepts: Sequence[ConceptContent]) -> list[str]:
    """Codes of the concepts that were not here; those that are stay as the office has them."""
    known = set(Concept.objects.values_list("code", flat=True))
    new = [concept for concept in concepts if concept.code not in known]
    if new:
        _write_concepts(new)
        # The office's own from now on: nothing shipped replaces or removes them.
        Concept.objects.filter(code__in=[concept.code for concept in new]).update(loaded="")
        stamps.renew(stamps.THESAURUS)
    return [concept.code for concept in new]


def _load(
    model: type[Shipped],
    contents: Sequence[Any],
    write: Callable[[Sequence[Any]], None],
    *,
    replace: bool,
) -> Loaded:
    rows = {row.code: row for row in _rows(model)}
    loaded = Loaded()
    gone = {row.pk: row.code for row in rows.values() if row.loaded} if contents else {}
    for content in contents:
        row = rows.get(content.code)
        if row is None:
            loaded.added.append(content.code)
            continue
        gone.pop(row.pk, None)
        stored, new = row.checksum(), checksum(content)
        if stored == new == row.loaded:
            continue
        if stored in (new, row.loaded) or replace:
            loaded.updated.append(content.code)
        else:
            loaded.kept.append(content.code)
    changed = set(loaded.changed)
    write([content for content in contents if content.code in changed])
    unedited = {key for key, code in gone.items() if rows[code].loaded == rows[code].checksum()}
    loaded.removed = sorted(gone[key] for key in unedited)
    model._default_manager.filter(pk__in=unedited).delete()
    return loaded


def _rows(model: type[Shipped]) -> Iterable[Any]:
    rows = model._default_manager.prefetch_related("words")
    return rows.select_related("broader") if model is Concept else rows


def _write_concepts(contents: Sequence[ConceptContent]) -> None:
    rows = [
        Concept(
            code=content.code,
            subjects=text(content.subjects),
            unless=text(content.unless),
            loaded=checksum(content),
        )
        for content in contents
    ]
    keys = _upsert(Concept, rows, ["subjects", "unless"])
    by_code = dict(Concept.objects.values_list("code", "pk"))
    Concept.objects.bulk_update(
        [Concept(pk=keys[content.code], broader_id=by_code.get(content.broader)) for content in contents], ["broader"]
    )
    ConceptWords.objects.filter(concept__in=keys.values()).delete()
    ConceptWords.objects.bulk_create(
        ConceptWords(
            concept_id=keys[content.code],
            language=language,
            words=text(content.words.get(language, ())),
            said=text(content.said.get(language, ())),
        )
        for content in contents
        for language in sorted({*content.words, *content.said})
    )


def _write_answers(contents: Sequence[Answer]) -> None:
    rows = [
        PromotedAnswer(
            code=content.code,
            kind=content.kind,
            phone=content.phone,
            url=content.url,
            order=content.order,
            loaded=checksum(content),
        )
        for content in contents
    ]
    keys = _upsert(PromotedAnswer, rows, ["kind", "phone", "url", "order"])
    PromotedAnswerWords.objects.filter(answer__in=keys.values()).delete()
    PromotedAnswerWords.objects.bulk_create(
        PromotedAnswerWords(
            answer_id=keys[content.code],
            language=language,
            words=text(content.words.get(language, ())),
            title=content.titles.get(language, ""),
            text=content.texts.get(language, ""),
        )
        for content in contents
        for language in sorted({*content.words, *content.titles, *content.texts})
    )


def _upsert(model: type[Shipped], rows: Sequence[Any], fields: Sequence[str]) -> dict[str, Any]:
    """The primary keys by code."""
    model._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=[*fields, "active", "loaded"]
    )
    return dict(model._default_manager.filter(code__in=[row.code for row in rows]).values_list("code", "pk"))
