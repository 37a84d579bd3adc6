"""What a question becomes and why each hit answers it, in words the office can follow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from search import registry, subjects
from search.analysis import fold, is_common, word_tokens, words
from search.document import Document, Text
from search.languages import languages
from search.question import Clause, Question
from search.response import Hit
from search.thesaurus.models import Concept, language_name
from search.thesaurus.reading import Thesaurus
from search.words_table import FIELDS

FIELD_NAMES = {"title": _("title"), "keywords": _("search words"), "summary": _("summary"), "body": _("text")}


@dataclass(frozen=True)
class Asked:
    """A word or phrase of the question: the concepts it meets, what is looked for beside it, and what keeps it away."""

    written: str
    concepts: tuple[Concept, ...]
    also: tuple[tuple[str, tuple[str, ...]], ...]
    unless: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """Something a hit has: `found` as it stands in its text, or the name of a need."""

    asked: str
    found: str
    typed: bool
    field: str = ""
    language: str = ""


@dataclass(frozen=True)
class ExplainedHit:
    hit: Hit
    reasons: tuple[Reason, ...]


def kept_and_dropped(text: str) -> list[tuple[str, bool]]:
    """Each word of the question, and whether the search looks for it."""
    written = [match.group() for match in words(text)]
    return [(word, not is_common(fold(word), languages())) for word in written]


def explain_question(asked: Question, thesaurus: Thesaurus) -> list[Asked]:
    rows = Concept.objects.in_bulk({code for each in asked.clauses for code in each.concepts}, field_name="code")
    return [_asked(each, thesaurus, rows) for each in asked.clauses]


def explain_hits(hits: Iterable[Hit], asked: Question) -> list[ExplainedHit]:
    hits = list(hits)
    documents = {(each.kind, each.object_id): each for each in _documents(hits)}
    names = subjects.names({code for each in asked.clauses for code in each.subjects})
    return [
        ExplainedHit(hit, tuple(_reasons(documents[key], asked, names)) if key in documents else ())
        for hit in hits
        for key in [(hit.kind, hit.object_id)]
    ]


def _asked(clause: Clause, thesaurus: Thesaurus, rows: dict[str, Concept]) -> Asked:
    meant = thesaurus.with_narrower(clause.concepts)
    also = {
        language: tuple(dict.fromkeys(phrase for each in meant for phrase in each.words.get(language, ())))
        for language in languages()
    }
    return Asked(
        written=clause.word,
        concepts=tuple(rows[code] for code in clause.concepts if code in rows),
        also=tuple((str(language_name(language)), phrases) for language, phrases in also.items() if phrases),
        unless=tuple(dict.fromkeys(phrase for each in meant if each.code in clause.concepts for phrase in each.unless)),
        needs=tuple(f"{code} {name}" for code, name in subjects.names(clause.subjects).items()),
    )


def _documents(hits: list[Hit]) -> Iterator[Document]:
    """As their features tell them now, whichever engine found them."""
    for kind in {hit.kind for hit in hits}:
        if source := registry.source(kind):
            yield from source.load([hit.object_id for hit in hits if hit.kind == kind])


def _reasons(document: Document, asked: Question, names: dict[str, str]) -> Iterator[Reason]:
    for clause in asked.clauses:
        for language, text in document.texts.items():
            typed = clause.typed(language) if _has_all(clause.parts, text, language) else ()
            yield from _in_text(clause.word, text, language, typed, typed=True)
            meant = [token for token in clause.means.get(language, ()) if token not in typed]
            yield from _in_text(clause.word, text, language, meant, typed=False)
        for code in clause.subjects:
            if code in document.subjects:
                yield Reason(clause.word, f"{code} {names.get(code, '')}".strip(), typed=False)


def _has_all(parts: Iterable[Clause], text: Text, language: str) -> bool:
    """A phrase is typed only where all its words are."""
    whole = " ".join(getattr(text, field) for field in FIELDS)
    found = {token for match in words(whole) for token in word_tokens(match.group(), language)}
    return all(not found.isdisjoint(part.typed(language)) for part in parts)


def _in_text(asked: str, text: Text, language: str, tokens: Iterable[str], *, typed: bool) -> Iterator[Reason]:
    for field in FIELDS:
        found = dict.fromkeys(
            each.lower() for token in tokens for each in _standing(token, getattr(text, field), language)
        )
        if found:
            name = str(language_name(language))
            yield Reason(asked, ", ".join(found), typed, str(FIELD_NAMES[field]), name)


def _standing(token: str, text: str, language: str) -> Iterator[str]:
    """The words of a text that are the token, or side by side the tokens of a phrase."""
    read = [(found, match.group()) for match in words(text) if (found := word_tokens(match.group(), language))]
    parts = token.split()
    for at in range(len(read) - len(parts) + 1):
        window = read[at : at + len(parts)]
        if all(part in found for part, (found, _written) in zip(parts, window, strict=True)):
            yield " ".join(written for _found, written in window)
