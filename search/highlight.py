"""The piece of a text that shows why it was found, its matching words marked."""

import re
from collections.abc import Set as AbstractSet

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.analysis import WORD, word_tokens, words
from search.question import Question

LENGTH = 200
BEFORE = 60  # Characters of the body shown before the first match.


def highlight(summary: str, body: str, asked: Question, language: str) -> SafeString:
    """The summary, unless only the body has the words; without either, nothing."""
    wanted = {token for each in asked.clauses for token in each.marked(language)}
    best = next((part for part in (summary, body) if _matches(part, wanted, language)), "")
    passage = _around(best or summary or body, wanted, language)
    return _marked(passage, wanted, language)


def _matches(text: str, wanted: AbstractSet[str], language: str) -> list[re.Match[str]]:
    """Most texts have none: so their words are looked at once each before their places are."""
    matching = {word for word in set(WORD.findall(text)) if not wanted.isdisjoint(word_tokens(word, language))}
    return [match for match in words(text) if match.group() in matching] if matching else []


def _around(text: str, wanted: AbstractSet[str], language: str) -> str:
    text = " ".join(text.split())
    if len(text) <= LENGTH:
        return text
    found = _matches(text, wanted, language)
    start = max(0, found[0].start() - BEFORE) if found and found[0].end() > LENGTH else 0
    if start:
        start = text.find(" ", start) + 1
    passage = text[start : start + LENGTH]
    cut = passage if start + LENGTH >= len(text) else passage.rsplit(" ", 1)[0] + " …"
    return f"… {cut}" if start else cut


def _marked(passage: str, wanted: AbstractSet[str], language: str) -> SafeString:
    pieces: list[tuple[str, str]] = []
    end = 0
    for match in _matches(passage, wanted, language):
        pieces.append((passage[end : match.start()], match.group()))
        end = match.end()
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), passage[end:])
