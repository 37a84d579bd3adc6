"""Translations on the way in: our profile's `translations`, written to the rows that carry words."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from django.utils.translation import gettext as _

from core.locales import target_languages
from directory.hsds.kinds import KINDS
from directory.hsds.owners import Listed, listings_of
from directory.hsds.problems import Report
from directory.hsds.reading import id_of
from directory.hsds.source_rows import SourceTranslation
from directory.hsds.states import refresh_states
from directory.hsds.translators import tell_translators
from directory.hsds.values import Misfit, Reader, reader
from directory.hsds.words_rows import REVIEWED, SLUG, STATUSES, TRANSLATION, RowsOfWords, Said, originals_of


@cache
def translatable(name: str) -> frozenset[str]:
    """The fields of a kind that have words in other languages."""
    kind = KINDS[name]
    if kind.has_words:
        return frozenset([*kind.model.word_fields(), SLUG])
    found: set[str] = set()
    for parent in KINDS.all():
        for relation, fields in getattr(parent.model, "prose_of_children", {}).items():
            if parent.model._meta.get_field(relation).related_model is kind.model:
                found.update(fields)
    return frozenset(found)


@cache
def _reader(kind: str, field: str) -> Reader:
    return reader(KINDS[kind].columns[field])


def _wrong_text(kind: str, field: str, value: object) -> dict[str, str]:
    if field not in translatable(kind):
        return {"field": _("is no text that has translations.")}
    try:
        _reader(kind, field)(value)
    except Misfit as misfit:
        return {"value": str(misfit)}
    return {}


class WordsStore:
    def __init__(self, report: Report):
        self._report = report
        self._rows = RowsOfWords(report)
        self._languages = frozenset(target_languages())

    def write(self, found: Iterable[SourceTranslation]) -> None:
        checked = [said for entry in found if (said := self._checked(entry)) is not None]
        groups: defaultdict[tuple[str, str], dict[Listed, list[Said]]] = defaultdict(dict)
        for said, listed in self._placed(checked):
            groups[listed.kind, said.language].setdefault(listed, []).append(said)
        originals = originals_of(checked)
        for (kind, language), texts in groups.items():
            self._rows.write(KINDS[kind], language, texts, originals)

    def _checked(self, entry: SourceTranslation) -> Said | None:
        raw, key = entry.raw, id_of(entry.id)
        language, field, status = (str(raw.get(name) or "") for name in ("language", "field", "status"))
        wrong: dict[str, str] = {}
        if entry.kind not in KINDS.known() or key is None:
            wrong["resource_id"] = _("names no row of the standard.")
        else:
            wrong |= _wrong_text(entry.kind, field, raw.get("value"))
        if language not in self._languages:
            wrong["language"] = _("is no language of this directory.")
        if status and status not in STATUSES:
            wrong["status"] = _("must be reviewed, machine or outdated.")
        for name, why in wrong.items():
            self._report.refuse(entry.place, name, why)
        if wrong or key is None:
            self._report.nameless[TRANSLATION] += 1
            return None
        return Said(
            entry.kind,
            key,
            field,
            language,
            raw["value"],
            status or REVIEWED,
            raw.get("of") or None,
            id_of(raw.get("within")),
            str(raw.get("draft", "")).lower() == "true",
            entry.place,
        )

    def _placed(self, checked: list[Said]) -> Iterable[tuple[Said, Listed]]:
        keys: defaultdict[str, set[uuid.UUID]] = defaultdict(set)
        for said in checked:
            keys[said.kind].add(said.id)
        owners = {kind: listings_of(KINDS[kind], found) for kind, found in keys.items()}
        for said in checked:
            if not owners.get(said.kind, {}).get(said.id):
                self._rows.refuse([said])
                continue
            for listed in owners[said.kind][said.id]:
                if said.within in (None, listed.id):
                    yield said, listed

    def finish(self, stirred: dict[str, set[uuid.UUID]]) -> None:
        """After everything is written: every translation learns whether it still fits its original."""
        wanted: defaultdict[str, set[uuid.UUID]] = defaultdict(set)
        for name, keys in stirred.items():
            wanted[name] |= keys
        for listed in self._rows.changed:
            wanted[listed.kind].add(listed.id)
        for name, keys in wanted.items():
            refresh_states(KINDS[name], keys)
            tell_translators(KINDS[name], {key: self._rows.changed.get(Listed(name, key), set()) for key in keys})
