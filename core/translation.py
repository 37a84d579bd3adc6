"""Between our words and wagtail-localize: nothing written in Spanish is lost, and every text knows its origin.

wagtail-localize stores a translation per source string. When the English of a field changes, its string changes too
and the translation memory has nothing for it: saving would put English over the Spanish. So the Spanish that is
there is carried over to the new string, marked as written for an earlier text, until a translator confirms it.
"""

import re

from django.db import transaction
from django.utils.text import slugify
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from core.languages import facts_of, state_of, summary_of
from core.locales import source_locale_id
from core.models.words import WordsMixin, WordsState, fingerprint

# Shown to the translator beside the text: "Translated with … on …".
EARLIER_TEXT = "an earlier English text: check it"
MACHINE_DRAFT = "a machine: review it"


def _path(segment: StringSegment) -> str:
    return segment.context.path.removeprefix("child_words.")


def _segments(source: TranslationSource) -> list[StringSegment]:
    return list(StringSegment.objects.filter(source=source).select_related("string", "context"))


@transaction.atomic
def adopt(row: WordsMixin) -> Translation:
    """Put a translation row, wherever it came from, into the translator's editor with the words it has."""
    facts = facts_of(row)
    source, _created = TranslationSource.update_or_create_from_instance(facts)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=row.locale)
    for segment in _segments(source):
        _carry_over(segment, row)
    return translation


def _carry_over(segment: StringSegment, row: WordsMixin) -> None:
    """Bring the words a row has for a text into the translation memory, unless somebody is at work on it there."""
    known = StringTranslation.objects.filter(context=segment.context, locale=row.locale).order_by("-updated_at")
    present = known.filter(translation_of=segment.string).first()
    if present is not None and _is_at_work(present, row):
        return
    unpublished = known.first()
    if present is None and unpublished is not None and _is_at_work(unpublished, row):
        _remember(segment, row, unpublished.data, _state_of_earlier(unpublished))
        return
    path = _path(segment)
    state = state_of(path, _plain(segment.string.data), row)
    # A field without an origin holds the original's own text: publishing wrote it there for want of a translation.
    if state != WordsState.MISSING:
        _remember(segment, row, StringValue.from_plaintext(row.translated_text(path)).data, state)


def _is_at_work(translation: StringTranslation, row: WordsMixin) -> bool:
    """Whether a person changed it in the editor after the row was last published."""
    if translation.last_translated_by_id is None:
        return False
    return row.last_published_at is None or translation.updated_at > row.last_published_at


def _state_of_earlier(translation: StringTranslation) -> WordsState:
    machine = translation.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    return WordsState.MACHINE if machine else WordsState.OUTDATED


def _remember(segment: StringSegment, row: WordsMixin, data: str, state: WordsState) -> None:
    key = {"translation_of": segment.string, "context": segment.context, "locale": row.locale}
    found = StringTranslation.objects.filter(**key, data=data).first()
    if found is not None:
        return
    StringTranslation.objects.update_or_create(
        **key,
        defaults={
            "data": data,
            "tool_name": {WordsState.OUTDATED: EARLIER_TEXT, WordsState.MACHINE: MACHINE_DRAFT}.get(state, ""),
            "translation_type": (
                StringTranslation.TRANSLATION_TYPE_MACHINE
                if state == WordsState.MACHINE
                else StringTranslation.TRANSLATION_TYPE_MANUAL
            ),
        },
    )


def _plain(data: str) -> str:
    return StringValue(data).render_text()


def record_states(row: WordsMixin) -> None:
    """After a translation is published: remember of which English each text is the translation, and by whom."""
    translation = Translation.objects.filter(
        source__object_id=row.translation_key, target_locale_id=row.locale_id, enabled=True
    ).first()
    if translation is not None:
        row.word_states = {**row.word_states, **_origins(translation, row)}
    _store(row)
    _take_own_address(row)


def _take_own_address(row: WordsMixin) -> None:
    """A row is born with the original's name and address; its first own name gives it an address of its own."""
    facts = facts_of(row)
    borrowed = row.slug == facts.slug or re.fullmatch(rf"{re.escape(facts.slug)}-\d+", row.slug) is not None
    name = row.slug_text()
    written = state_of("name", facts.slug_text(), row) in (WordsState.REVIEWED, WordsState.OUTDATED)
    if borrowed and written and slugify(name) not in ("", slugify(facts.slug_text())):
        row.slug = ""
        row.fill_slug()
        type(row)._default_manager.filter(pk=row.pk).update(slug=row.slug)


def _origins(translation: Translation, row: WordsMixin) -> dict[str, dict[str, str]]:
    origins: dict[str, dict[str, str]] = {}
    translations = {
        (found.translation_of_id, found.context_id): found
        for found in StringTranslation.objects.filter(locale_id=row.locale_id, context__object_id=row.translation_key)
    }
    for segment in _segments(translation.source):
        found = translations.get((segment.string_id, segment.context_id))
        if found is None:
            origins[_path(segment)] = {}
        elif found.tool_name == EARLIER_TEXT:
            origins[_path(segment)] = _earlier_origin(row.word_states.get(_path(segment)))
        else:
            machine = found.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
            origins[_path(segment)] = {
                "of": fingerprint(_plain(segment.string.data)),
                "by": "machine" if machine else "person",
            }
    return origins


def _earlier_origin(origin: dict[str, str] | None) -> dict[str, str]:
    """A person's words for a text that is no more: what was remembered of them, or that nobody knows which text."""
    return origin if origin and origin.get("by") == "person" else {"of": "", "by": "person"}


def follow_source(facts: WordsMixin) -> None:
    """After the original is published: every translation learns which of its texts are outdated now."""
    if TranslationSource.objects.get_for_instance_or_none(facts) is not None:
        for row in _translation_rows(facts):
            adopt(row)
    for row in _translation_rows(facts):
        _store(row)


def _translation_rows(facts: WordsMixin) -> list[WordsMixin]:
    rows = type(facts)._default_manager.filter(translation_key=facts.translation_key)
    return list(rows.exclude(locale_id=source_locale_id()).select_related("locale"))


def _store(row: WordsMixin) -> None:
    states = {path: origin for path, origin in row.word_states.items() if origin}
    row.word_states = states
    row.words_state = summary_of(facts_of(row), row)
    type(row)._default_manager.filter(pk=row.pk).update(word_states=states, words_state=row.words_state)


def written_by_person(facts: WordsMixin, row: WordsMixin) -> None:
    """Mark every text of a row as a person's translation of the present English; the caller saves the row."""
    row.word_states = {
        path: {"of": fingerprint(text), "by": "person"}
        for path, text in facts.source_texts().items()
        if row.translated_text(path)
    }
    row.words_state = summary_of(facts, row)
