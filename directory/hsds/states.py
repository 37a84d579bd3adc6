"""How well the translations fit their originals after an import, worked out for many listings at once."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any, cast

from core.languages import state_of
from core.locales import source_locale_id
from core.models.words import WordsMixin, WordsState
from directory.hsds.kinds import Kind

BATCH = 500

Texts = dict[uuid.UUID, dict[str, str]]


def refresh_states(kind: Kind, keys: Iterable[uuid.UUID]) -> None:
    """Give every translation row of these listings its state; the queries grow with the batches, not with the rows."""
    rows = kind.model._base_manager
    translated = rows.exclude(locale_id=source_locale_id())
    names = ["pk", "translation_key", "words_state", "word_states", "child_words", *kind.model.word_fields()]
    wanted = list(keys)
    for start in range(0, len(wanted), BATCH):
        batch = rows.filter(pk__in=wanted[start : start + BATCH]).values_list("translation_key", flat=True)
        found = [Wording(**row) for row in translated.filter(translation_key__in=list(batch)).values(*names)]
        texts = source_texts(kind, [row.translation_key for row in found])
        changed: defaultdict[WordsState, list[Any]] = defaultdict(list)
        for row in found:
            state = row.worst(texts[row.translation_key])
            if state != row.words_state:
                changed[state].append(row.pk)
        for state, pks in changed.items():
            rows.filter(pk__in=pks).update(words_state=state)


class Wording(SimpleNamespace):
    """A translation row, as far as its state is concerned: whole rows cost too much by the ten thousand."""

    def translated_text(self, path: str) -> str:
        return self.child_words.get(path, "") if "." in path else getattr(self, path)

    def worst(self, texts: dict[str, str]) -> WordsState:
        states = {state_of(path, text, cast(WordsMixin, self)) for path, text in texts.items()}
        return next((state for state in WordsState if state in states), WordsState.REVIEWED)


def source_texts(kind: Kind, keys: list[uuid.UUID]) -> Texts:
    """What `source_texts` of each listing would say, by translation key."""
    names = kind.model.word_fields()
    found: Texts = {}
    whose: dict[Any, uuid.UUID] = {}
    facts = kind.model._base_manager.filter(translation_key__in=keys, locale_id=source_locale_id())
    for pk, key, *texts in facts.values_list("pk", "translation_key", *names):
        found[key] = {name: text for name, text in zip(names, texts, strict=True) if text}
        whose[pk] = key
    _add_prose(kind.model, whose, found)
    return defaultdict(dict, found)


def _add_prose(model: Any, whose: dict[Any, uuid.UUID], found: Texts) -> None:
    for relation, names in getattr(model, "prose_of_children", {}).items():
        field = model._meta.get_field(relation)
        child, owner = field.related_model, field.field.attname
        below: dict[Any, uuid.UUID] = {}
        for pk, above, *texts in child._base_manager.filter(**{f"{owner}__in": list(whose)}).values_list(
            "pk", owner, *names
        ):
            below[pk] = whose[above]
            found[whose[above]] |= {f"{pk}.{name}": text for name, text in zip(names, texts, strict=True) if text}
        if below and hasattr(child, "prose_of_children"):
            _add_prose(child, below, found)
