"""Spanish rows for the demo: reviewed, outdated or machine-drafted, as the files say."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model

from core.languages import summary_of
from core.locales import locale_id
from core.models import WordsMixin
from core.models.words import fingerprint
from core.translation import written_by_person

LANGUAGE = "es"
Words = dict[str, str]


def child_words(rows: Sequence[Model], field: str, texts: Sequence[Any]) -> Words:
    """Pair child rows with the texts of a translation, by their order; a text may stand in a table of its own."""
    found = {}
    for row, text in zip(rows, texts, strict=False):
        chosen = text.get(field, "") if isinstance(text, Mapping) else text
        if chosen:
            found[f"{row.pk}.{field}"] = chosen
    return found


def translate(facts: WordsMixin, spanish: Mapping[str, Any], words_of_children: Words) -> None:
    """Write the Spanish row of a record; without Spanish there is none."""
    if not spanish:
        return
    row = type(facts)(
        locale_id=locale_id(LANGUAGE),
        translation_key=facts.translation_key,
        slug=spanish.get("slug", ""),
        child_words=words_of_children,
        **{name: spanish[name] for name in facts.word_fields() if isinstance(spanish.get(name), str)},
    )
    written_by_person(facts, row)
    for name in spanish.get("outdated", []):
        row.word_states[name] = {"of": fingerprint("an earlier text"), "by": "person"}
    for name in spanish.get("machine", []):
        row.word_states[name] = {**row.word_states.get(name, {}), "by": "machine"}
    row.words_state = summary_of(facts, row)
    row.save()
