"""The needs the directory starts with: Open Eligibility in both languages, from a table the office can read.

Columns: code, parent_code, name_en, description_en, words_en, name_es, description_es, words_es, icon. A further
language is three more columns with its code at the end.
"""

import csv
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from core.languages import summary_of, with_words
from core.locales import locale_id, source_language, source_locale_id, target_languages
from core.translation import written_by_person
from directory.admin_search import index_for_admin
from directory.models import Taxonomy, TaxonomyTerm
from directory.slugs import Slugs

OPEN_ELIGIBILITY = Path(__file__).parent / "data" / "open_eligibility.csv"
# The ids follow from the codes: every installation that loads the table gives its terms the same ids.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "http://openeligibility.org/")
TAXONOMY_ID = uuid.uuid5(NAMESPACE, "taxonomy")
WORD_COLUMNS = {"name": "name", "description": "description", "search_words": "words"}

Row: TypeAlias = dict[str, str]


@dataclass
class Loaded:
    created: list[TaxonomyTerm] = field(default_factory=list)
    overwritten: list[TaxonomyTerm] = field(default_factory=list)
    kept: int = 0

    @property
    def written(self) -> list[TaxonomyTerm]:
        return [*self.created, *self.overwritten]


def term_id(code: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, code)


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The names of needs in the language of the moment, for those of the codes that exist."""
    terms = TaxonomyTerm.objects.facts().filter(code__in=codes)
    return {term.code: words.name.text for term, words in with_words(terms, get_language() or source_language())}


@transaction.atomic
def load(path: Path = OPEN_ELIGIBILITY, *, reset: bool = False) -> Loaded:
    """Add the terms and translations that are missing; with `reset`, also put the table's words over the office's."""
    rows = read(path)
    taxonomy = _taxonomy()
    loaded = Loaded()
    _write([_source_term(row, number, taxonomy) for number, row in enumerate(rows)], loaded, reset=reset)
    originals = TaxonomyTerm.objects.facts().in_bulk([term_id(row["code"]) for row in rows])
    for language in target_languages():
        _write(list(_translations(rows, language, originals)), loaded, reset=reset)
    index_for_admin(TaxonomyTerm, [term.pk for term in loaded.written])
    return loaded


def read(path: Path) -> list[Row]:
    """The rows of the table, parents before their children."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["code"].count("-"))


def _taxonomy() -> Taxonomy:
    defaults = {
        "name": "Open Eligibility",
        "description": "Human services and human situations. Open Eligibility Project, CC BY-SA 3.0.",
        "uri": "http://openeligibility.org/",
        "version": "2014",
    }
    return Taxonomy.objects.get_or_create(pk=TAXONOMY_ID, defaults=defaults)[0]


def _source_term(row: Row, number: int, taxonomy: Taxonomy) -> TaxonomyTerm:
    term = _term(row, source_language(), term_id(row["code"]))
    term.taxonomy = taxonomy
    term.code = row["code"]
    term.language = source_language()
    term.parent_id = term_id(row["parent_code"]) if row["parent_code"] else None
    term.icon = row.get("icon", "")
    term.sort_order = number
    return term


def _translations(
    rows: Iterable[Row], language: str, originals: dict[uuid.UUID, TaxonomyTerm]
) -> Iterable[TaxonomyTerm]:
    for row in rows:
        if row.get(f"name_{language}"):
            original = originals[term_id(row["code"])]
            term = _term(row, language, uuid.uuid5(original.pk, language))
            # Written for the table's English: where the office changed that, the translation is outdated.
            written_by_person(_term(row, source_language(), original.pk), term)
            term.words_state = summary_of(original, term)
            yield term


def _term(row: Row, language: str, key: uuid.UUID) -> TaxonomyTerm:
    words = {field: row.get(f"{column}_{language}", "") for field, column in WORD_COLUMNS.items()}
    now = timezone.now()
    return TaxonomyTerm(
        pk=key,
        locale_id=locale_id(language),
        translation_key=term_id(row["code"]),
        first_published_at=now,
        last_published_at=now,
        **words,
    )


def _write(terms: list[TaxonomyTerm], loaded: Loaded, *, reset: bool) -> None:
    """Insert the terms that are not there yet; an office's wording stays unless a reset is asked for."""
    if not terms:
        return
    rows = TaxonomyTerm.objects.filter(locale_id=terms[0].locale_id)
    keys = [term.translation_key for term in terms]
    present = dict(rows.filter(translation_key__in=keys).values_list("translation_key", "pk"))
    new = [term for term in terms if term.translation_key not in present]
    slugs = Slugs(TaxonomyTerm, terms[0].locale_id)
    for term in new:
        term.slug = slugs.take(term.name, otherwise=str(term.pk))
    TaxonomyTerm.objects.bulk_create(new)
    loaded.created += new
    if reset:
        old = [term for term in terms if term.translation_key in present]
        for term in old:
            term.pk = present[term.translation_key]
        loaded.overwritten += _overwrite(old)
    else:
        loaded.kept += len(present)


def _overwrite(terms: list[TaxonomyTerm]) -> list[TaxonomyTerm]:
    words = [*WORD_COLUMNS, "word_states", "words_state"]
    facts = ["parent", "icon", "sort_order", "code", "taxonomy"]
    is_source = bool(terms) and terms[0].locale_id == source_locale_id()
    TaxonomyTerm.objects.bulk_update(terms, [*words, *facts] if is_source else words, batch_size=200)
    # The admin would go on showing the wording of the last revision.
    keys = [term.translation_key for term in terms]
    TaxonomyTerm.objects.filter(translation_key__in=keys).update(
        latest_revision=None, live_revision=None, has_unpublished_changes=False
    )
    return terms
