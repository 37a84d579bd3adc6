"""How hard a text is to read: by the formulas that schools and offices use, one for each language.

English: Flesch-Kincaid grade (Kincaid et al. 1975), 0.39 · words/sentences + 11.8 · syllables/words − 15.59. Spanish:
Fernández Huerta (1959) in the common reading, 206.84 − 60 · syllables/words − 1.02 · words/sentences. Syllables are
counted by groups of vowels; the library made for it (textstat) fetches a dictionary from the network when it is first
asked. Neither formula means much for a few words; nothing is said of fewer than LEAST_WORDS.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

LEAST_WORDS = 25
HARDEST_GRADE, EASIEST_GRADE = 8, 6
HARDEST_SCORE, EASIEST_SCORE = 60, 70
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?…]+(?:\s|$)|\n+")
ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?<![aeiouy])(?<![^aeiouy]l)es?$|(?<![aeiouytd])ed$")
# A nucleus: a strong or accented vowel takes the weak ones beside it along; two strong ones, or a weak one with an
# accent, make a syllable of their own. The u of que, qui, gue, gui is silent.
SILENT_U = re.compile(r"(?<=[qg])u(?=[eiéí])")
SPANISH_NUCLEUS = re.compile(
    r"[iuüy]?[aeoáéó][iuüy]?(?![aeoáéóiuíúü])|[iuüy]?[aeoáéó]|[íú]|[iuü]+|(?<![aeiou])y(?![aeiou])"
)


@dataclass(frozen=True)
class Reading:
    """`value` is a grade in English, where less is easier, and a score in Spanish, where more is easier."""

    language: str
    value: float

    @property
    def is_hard(self) -> bool:
        return self.value > HARDEST_GRADE if self.language == "en" else self.value < HARDEST_SCORE

    @property
    def in_words(self) -> str:
        if self.language == "en":
            sentence = _("Reads like school grade %(grade)s. Aim for %(goal)s: shorter sentences, everyday words.")
            return sentence % {"grade": max(1, round(self.value)), "goal": EASIEST_GRADE}
        sentence = _("Ease of reading %(score)s of 100. Aim for %(goal)s: shorter sentences, everyday words.")
        return sentence % {"score": max(0, min(100, round(self.value))), "goal": EASIEST_SCORE}


def reading_of(text: str, language: str) -> Reading | None:
    """None for a language without a formula here, and for a few words."""
    words = WORD.findall(text.lower())
    if language not in COUNTED or len(words) < LEAST_WORDS:
        return None
    sentences = max(1, sum(bool(WORD.search(part)) for part in SENTENCE_END.split(text)))
    syllables = sum(map(COUNTED[language], words))
    long, heavy = len(words) / sentences, syllables / len(words)
    if language == "en":
        return Reading("en", 0.39 * long + 11.8 * heavy - 15.59)
    return Reading("es", 206.84 - 60 * heavy - 1.02 * long)


def english_syllables(word: str) -> int:
    """The e at the end of `home` and `opened` is silent, that of `table` and `wanted` is not."""
    groups = len(ENGLISH_VOWELS.findall(word))
    silent = SILENT_END.search(word) is not None and groups > 1
    return max(1, groups - silent)


def spanish_syllables(word: str) -> int:
    return max(1, len(SPANISH_NUCLEUS.findall(SILENT_U.sub("", word))))


COUNTED = {"en": english_syllables, "es": spanish_syllables}
