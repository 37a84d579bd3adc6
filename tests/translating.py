"""What the admin does when words are translated: the row is begun, a text is saved."""

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from core.models import User, WordsMixin


def translate(facts: WordsMixin, language: str = "es") -> Translation:
    """As "Translate" in the list does: a row that stands bare in the other language."""
    translate_object(facts, [Locale.objects.get_or_create(language_code=language)[0]])
    return Translation.objects.get(source__object_id=facts.translation_key, target_locale__language_code=language)


def write(translation: Translation, user: User, **words: str) -> None:
    """As the translator's editor does when a text is saved."""
    for path, text in words.items():
        segment = StringSegment.objects.get(source=translation.source, context__path=path)
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={
                "data": text,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": "",
                "last_translated_by": user,
            },
        )
