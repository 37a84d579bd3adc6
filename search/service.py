"""How a question is answered, whatever the engine. Nothing a reader can type makes it fail."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import NamedTuple

from django.conf import settings
from django.db import connection

from search.engines import choice
from search.engines.base import Engine, Found, Row
from search.engines.sql import TEXT, Sql, numbered
from search.highlight import highlight
from search.nearby import nearby
from search.notices import Notice
from search.question import Question, question, replaced
from search.request import SearchRequest
from search.response import Hit, Nearby, SearchResponse, Suggestion
from search.spelling import finish, repair
from search.thesaurus import stored
from search.thesaurus.reading import Thesaurus

MOST_PER_PAGE = 100
ENOUGH = 3  # Answers; a long question with fewer gets more to choose from.
LONG = 3  # Words.


def search(request: SearchRequest) -> SearchResponse:
    """Exact words first; only when nothing has them all, words like them, then some of them."""
    return search_explained(request)[0]


def search_explained(request: SearchRequest) -> tuple[SearchResponse, Question]:
    """The answer, and the question as it was asked in the end."""
    started = perf_counter()
    request = replace(request, per_page=min(max(request.per_page, 1), MOST_PER_PAGE))
    engine = choice.current()
    thesaurus = stored.current() if request.text or request.instead else None
    answer = _best_answer(engine, request, thesaurus)
    found, answered = answer.found, answer.request or request
    response = SearchResponse(
        answered=answered,
        hits=_hits(found.rows, answer.asked, request.language),
        total=found.total,
        facets=found.facets,
        did_you_mean=answer.did_you_mean,
        notices=(*answer.notices, *((Notice.SIMPLER,) if found.stand_in else ())),
        engine=found.stand_in or engine.name,
        milliseconds=round((perf_counter() - started) * 1000, 2),
        page=found.page,
        pages=found.pages,
        nearby=nearby(engine, answered, answer.asked, found.total, thesaurus) if thesaurus else Nearby(),
    )
    return response, answer.asked


def suggest(prefix: str, language: str, n: int = 8) -> tuple[Suggestion, ...]:
    """Titles that have all the words, the last of which may not be typed to the end."""
    asked = question(prefix)
    if asked.unfinished:
        asked = replaced(asked, lambda each: (each.word == asked.unfinished and finish(each)) or each)
    rows = choice.current().titles(asked, language, n)
    texts = _texts(rows, language)
    return tuple(
        Suggestion(texts[row.id].title, row.kind, row.object_id, texts[row.id].language)
        for row in rows
        if row.id in texts
    )


@dataclass(frozen=True)
class _Answer:
    found: Found
    asked: Question
    notices: tuple[Notice, ...] = ()
    did_you_mean: str = ""
    request: SearchRequest | None = None


def _best_answer(engine: Engine, request: SearchRequest, thesaurus: Thesaurus | None) -> _Answer:
    """What was only read into the words gives way before one of the words does."""
    nothing: _Answer | None = None
    chain = [(each, question(each.text, thesaurus)) for each in _chain(request)]
    for attempt in (_with_every_word, _with_some_words):
        for each, asked in chain:
            answer = attempt(engine, each, asked)
            nothing = nothing or answer
            if answer.found.total:
                answer = _widened(engine, each, answer)
                left_out = () if each is request else (Notice.FILTERS_LEFT_OUT,)
                return replace(answer, notices=left_out + answer.notices, request=each)
    assert nothing is not None  # noqa: S101  The first attempt always answers.
    return replace(nothing, notices=(Notice.NOTHING,)) if nothing.asked else nothing


def _chain(request: SearchRequest) -> Iterator[SearchRequest]:
    following: SearchRequest | None = request
    while following is not None:
        yield following
        following = following.instead and replace(following.instead, per_page=request.per_page)


def _with_every_word(engine: Engine, request: SearchRequest, asked: Question) -> _Answer:
    """As they are written, else corrected."""
    found = engine.find(request, asked)
    if found.total or not asked:
        return _Answer(found, asked)
    repaired, meant = _repaired(asked, request)
    if repaired.clauses != asked.clauses and (better := engine.find(request, repaired)).total:
        return _Answer(better, repaired, (Notice.CORRECTED,) if meant else (), meant)
    return _Answer(found, asked)


def _with_some_words(engine: Engine, request: SearchRequest, asked: Question) -> _Answer:
    if len(asked.clauses) < 2:
        return _Answer(Found(), asked)
    repaired, meant = _repaired(asked, request)
    repaired = replace(repaired, every=False)
    corrected = (Notice.CORRECTED,) if meant else ()
    return _Answer(engine.find(request, repaired), repaired, (*corrected, Notice.SOME_WORDS), meant)


def _widened(engine: Engine, request: SearchRequest, answer: _Answer) -> _Answer:
    """After one or two answers to a long question, those that answer some of it."""
    if not answer.asked.every or len(answer.asked.clauses) < LONG or answer.found.total >= ENOUGH:
        return answer
    wider = replace(answer.asked, every=False)
    more = engine.find(request, wider)
    first = answer.found.rows if more.page == 1 else ()
    known = {row.id for row in first}
    rows = (*first, *(row for row in more.rows if row.id not in known))
    notices = (*answer.notices, Notice.SOME_FIRST)
    return replace(answer, found=replace(more, rows=rows), asked=wider, notices=notices)


def _repaired(asked: Question, request: SearchRequest) -> tuple[Question, str]:
    """The question with known words in place of unknown ones, and the text as it was meant."""
    repaired = repair(request.text, asked, request.language)
    understood = [each.words for each in request.understood]
    return repaired.question, repaired.text and " ".join([repaired.text, *understood])


def _hits(rows: Sequence[Row], asked: Question, reader: str) -> tuple[Hit, ...]:
    texts = _texts(rows, reader)
    return tuple(_hit(row, texts[row.id], asked) for row in rows if row.id in texts)


class _Text(NamedTuple):
    """What is shown of a document in one language; the fields are those of `SearchText`."""

    document_id: int
    language: str
    title: str
    summary: str
    body: str


def _hit(row: Row, shown: _Text, asked: Question) -> Hit:
    return Hit(
        key=f"{row.kind}:{row.object_id}",
        kind=row.kind,
        object_id=row.object_id,
        language=shown.language,
        title=shown.title,
        highlight=highlight(shown.summary, shown.body, asked, shown.language),
        score=row.score,
        distance_miles=row.distance,
    )


def _texts(rows: Sequence[Row], reader: str) -> dict[int, _Text]:
    """Per document the words in the reader's language, else in the site's own, else in any; never without a title."""
    preference = (reader, settings.LANGUAGE_CODE)
    found: dict[int, _Text] = {}
    for text in _titled([row.id for row in rows]):
        present = found.get(text.document_id)
        if present is None or _rank(text.language, preference) < _rank(present.language, preference):
            found[text.document_id] = text
    return found


def _titled(documents: Sequence[int]) -> list[_Text]:
    """Sent as it is: building the query would take longer than asking it."""
    if not documents:
        return []
    columns = ", ".join(_Text._fields)
    only = Sql(f"SELECT {columns} FROM") + TEXT + Sql("WHERE title <> '' AND") + numbered("document_id", documents)
    with connection.cursor() as cursor:
        cursor.execute(only.text + " ORDER BY language", only.params)
        return [_Text(*row) for row in cursor.fetchall()]


def _rank(language: str, preference: Sequence[str]) -> int:
    return preference.index(language) if language in preference else len(preference)
