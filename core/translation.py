"""Between our words and wagtail-localize: nothing written in Spanish is lost, and every text knows its origin.

wagtail-localize stores a translation per source string. When the English of a field changes, its string changes too
and the translation memory has nothing for it: saving would put English over the Spanish. So the Spanish that is
there is carried over to the new string, marked as written for an earlier text, until a translator confirms it.
"""

from django.db import transaction
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
    path = _path(segment)
    text = row.translated_text(path)
    key = {"translation_of": segment.string, "context": segment.context, "locale": row.locale}
    state = state_of(path, _plain(segment.string.data), row)
    # A text of unknown origin is the English that saving put there for want of a translation.
    if state == WordsState.MISSING or StringTranslation.objects.filter(**key).exists():
        return
    StringTranslation.objects.create(
        **key,
        data=StringValue.from_plaintext(text).data,
        tool_name={WordsState.OUTDATED: EARLIER_TEXT, WordsState.MACHINE: MACHINE_DRAFT}.get(state, ""),
        translation_type=(
            StringTranslation.TRANSLATION_TYPE_MACHINE
            if state == WordsState.MACHINE
            else StringTranslation.TRANSLATION_TYPE_MANUAL
        ),
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
        elif found.tool_name != EARLIER_TEXT:
            machine = found.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
            origins[_path(segment)] = {
                "of": fingerprint(_plain(segment.string.data)),
                "by": "machine" if machine else "person",
            }
    return origins


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
