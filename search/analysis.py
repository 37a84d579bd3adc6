"""From text to tokens: lower, fold accents, leave out common words, stem. Every database engine shares it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from search.languages import common_words, stemmer

LONGESTWORD = 64
MOSTWORDS = 4_000  # Of one field: nobody writes more, and a tsvector holds 16,383 positions for all four.

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PHONE = re.compile(r"(?<!\d)\(?(\d{3})\)?[\s.\-]{0,2}(\d{3})[\s.\-]{0,2}(\d{4})(?!\d)")
_SPANISH_GENDER = re.compile(r"((?:ad|eg|ej|er|ic|id|in|iv|or|os|rd|rm|ud)(?<=.{4}))a$")
_ENGLISH_PLURAL = re.compile(r"(?:ies|(?<=[sxz])es|(?<=[cs]h)es|(?<=[^ious])s)$")
_SPANISH_PLURAL = re.compile(r"(?:(?<=[aeiou])s|(?<=[^aeiou])es)$")


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, where they stand in it."""
    return WORD.finditer(text)


def tokens(text: str, language: str) -> list[str]:
    """What the index keeps of a text: a token for each word in its order, then other readings of some of the words.

    So words that stand side by side are found as a phrase. A phone number is found however it is written.
    """
    text = unicodedata.normalize("NFKC", text)
    kept: list[str] = []
    others: dict[str, None] = {}
    for match in words(text):
        if found := word_tokens(match.group(), language):
            kept.append(found[-1])
            others.update(dict.fromkeys(found[:-1]))
        if len(kept) >= MOSTWORDS:
            break
    return [*kept, *others, *("".join(parts) for parts in _PHONE.findall(text))]


def phrase_tokens(phrase: str, language: str) -> str:
    """The tokens of a phrase, divided by blanks, as they stand side by side in the index; empty if nothing is left."""
    found = (word_tokens(match.group(), language) for match in words(phrase))
    return " ".join(each[-1] for each in found if each)


def main_stem(folded: str, language: str) -> str:
    """The same for the singular and the plural of a word."""
    return stems(folded, language)[-1]


@lru_cache(100_000)
def lemma(folded: str, language: str) -> str:
    """The singular of a word, in the masculine where Spanish has both: what stays apart where stems fall together.

    `deportes` and `deportación` share a stem, `comida` and `comer` too; nobody means the one by the other.
    """
    if not folded.isalpha() or len(folded) <= 3:
        return folded
    if language.startswith("es"):
        return _SPANISH_GENDER.sub(r"\1o", _spanish_singular(folded)).removesuffix("e")
    if language.startswith("en"):
        return _ENGLISH_PLURAL.sub(lambda ending: "y" if ending.group() == "ies" else "", folded).removesuffix("e")
    return stems(folded, language)[-1]


def mark(subject: str) -> str:
    """The token of a subject: no word that anybody writes."""
    return f"s0{subject.encode().hex()}"


@lru_cache(100_000)
def fold(word: str) -> str:
    """Lower case without accents and apostrophes, as people type in a hurry."""
    decomposed = unicodedata.normalize("NFKD", word.lower().replace("’", "'").removesuffix("'s"))
    return "".join(c for c in decomposed if c.isalnum() and not unicodedata.combining(c))[:LONGESTWORD]


@lru_cache(100_000)
def word_tokens(word: str, language: str) -> tuple[str, ...]:
    """No token for a common word, else one or two."""
    folded = fold(word)
    return () if folded in common_words(language) else stems(folded, language)


@lru_cache(100_000)
def stems(folded: str, language: str) -> tuple[str, ...]:
    """The stem of a folded word, and the stem of its singular where the plural would hide it.

    The Spanish stemmer takes `prestamos` for a verb and `jovenes` for another word than `joven`; either may be right,
    so both stand in the index and both are asked for.
    """
    found = stemmer(language)
    if not found or not folded or not folded.isalpha():
        return (folded,) if folded else ()
    forms = [folded, _spanish_singular(folded)] if language.startswith("es") else [folded]
    return tuple(dict.fromkeys(found.stemWord(form) for form in forms))


def _spanish_singular(folded: str) -> str:
    if len(folded) <= 3:
        return folded
    return folded[:-3] + "z" if folded.endswith("ces") else _SPANISH_PLURAL.sub("", folded)


def is_common(folded: str, languages: Iterable[str]) -> bool:
    return any(folded in common_words(language) for language in languages)
