"""The piece of a text that shows why it was found, its matching words marked."""

import re
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from search.analysis import WORD, word_tokens, words
from search.question import Question

LENGTH = 200
KEPT = 4_000  # Texts whose words are remembered: what is found once is found again.
BEFORE = 60  # Characters of the body shown before the first match.


def highlight(summary: str, body: str, asked: Question, language: str) -> SafeString:
    """The summary, unless only the body has the words; without either, nothing."""
    wanted = {token for each in asked.clauses for token in each.marked(language)}
    best = next((part for part in (summary, body) if _matching(part, wanted, language)), "")
    passage = _around(best or summary or body, wanted, language)
    return _marked(passage, wanted, language)


def _matching(text: str, wanted: AbstractSet[str], language: str) -> set[str]:
    """The words of a text that were asked for, as they are written."""
    known = _by_token(text, language)
    return {word for token in wanted if token in known for word in known[token]}


@lru_cache(KEPT)
def _by_token(text: str, language: str) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for word in set(WORD.findall(text)):
        for token in word_tokens(word, language):
            found[token] += (word,)
    return dict(found)


def _matches(text: str, wanted: AbstractSet[str], language: str) -> list[re.Match[str]]:
    matching = _matching(text, wanted, language)
    return [match for match in words(text) if match.group() in matching] if matching else []


def _around(text: str, wanted: AbstractSet[str], language: str) -> str:
    text = " ".join(text.split())
    if len(text) <= LENGTH:
        return text
    first = _first(text, _matching(text, wanted, language))
    start = max(0, first.start() - BEFORE) if first is not None and first.end() > LENGTH else 0
    if start:
        start = text.find(" ", start) + 1
    passage = text[start : start + LENGTH]
    cut = passage if start + LENGTH >= len(text) else passage.rsplit(" ", 1)[0] + " …"
    return f"… {cut}" if start else cut


def _first(text: str, matching: AbstractSet[str]) -> re.Match[str] | None:
    """Looked for as they are written: walking over all words of a long text takes ten times as long."""
    any_of_them = "|".join(map(re.escape, sorted(matching)))
    return re.search(rf"(?<![^\W_])(?:{any_of_them})(?![^\W_])", text) if matching else None


def _marked(passage: str, wanted: AbstractSet[str], language: str) -> SafeString:
    pieces: list[str] = []
    end = 0
    for match in _matches(passage, wanted, language):
        pieces += (escape(passage[end : match.start()]), "<mark>", escape(match.group()), "</mark>")
        end = match.end()
    return mark_safe("".join([*pieces, escape(passage[end:])]))
