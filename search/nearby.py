"""Where to look when a question finds little: wider words, and the needs it is about."""

from collections.abc import Iterator
from dataclasses import replace

from search.engines.base import Engine
from search.question import Question, question
from search.request import SearchRequest
from search.response import Nearby, Wider
from search.spelling import repair
from search.thesaurus.concepts import Concept
from search.thesaurus.reading import Thesaurus

LITTLE = 3  # With fewer answers somebody wants to know where else to look.


def nearby(engine: Engine, request: SearchRequest, asked: Question, total: int, thesaurus: Thesaurus) -> Nearby:
    """Nothing where enough was found, or where the thesaurus knows none of the words, not even corrected ones."""
    if total >= LITTLE or not request.text:
        return Nearby()
    codes = _concepts(asked)
    if not total and not codes:
        codes = _concepts(repair(request.text, asked, request.language).question)
    wider = thesaurus.broader(codes)
    subjects = [subject for each in (*thesaurus.known(codes), *wider) for subject in each.subjects]
    found = _wider(engine, request, wider, thesaurus)
    return Nearby(tuple(each for each in found if each.total > total), tuple(dict.fromkeys(subjects)))


def _concepts(asked: Question) -> list[str]:
    return [code for each in asked.clauses for code in each.concepts]


def _wider(engine: Engine, request: SearchRequest, concepts: list[Concept], thesaurus: Thesaurus) -> Iterator[Wider]:
    for concept in concepts:
        if text := _name(concept, request.language):
            plain = replace(request, text=text, facets=(), page=1, per_page=1)
            yield Wider(text, engine.find(plain, question(text, thesaurus)).total)


def _name(concept: Concept, reader: str) -> str:
    """The first words it has in the reader's language."""
    return next(iter(concept.words.get(reader, ())), "")
