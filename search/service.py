"""How a question is answered, whatever the engine. Nothing a reader can type makes it fail."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from django.conf import settings
from django.db.models import QuerySet

from search.analysis import WORD, fold
from search.engines import choice
from search.engines.base import Engine, Found, Row
from search.highlight import highlight
from search.models import SearchText
from search.notices import Notice
from search.question import LONGEST_TEXT, Question, question, replaced
from search.request import SearchRequest
from search.response import Hit, SearchResponse, Suggestion
from search.spelling import finish, repair
from search.thesaurus import stored

MOST_PER_PAGE = 100


def search(request: SearchRequest) -> SearchResponse:
    """Exact words first; only when nothing has them all, words like them, then some of them."""
    started = perf_counter()
    request = replace(request, per_page=min(max(request.per_page, 1), MOST_PER_PAGE))
    engine = choice.current()
    answer = _best_answer(engine, request)
    found = answer.found
    return SearchResponse(
        hits=_hits(found.rows, answer.asked, request.language),
        total=found.total,
        facets=found.facets,
        did_you_mean=answer.did_you_mean,
        notices=answer.notices,
        engine=engine.name,
        milliseconds=round((perf_counter() - started) * 1000, 2),
        page=found.page,
        pages=found.pages,
    )


def suggest(prefix: str, language: str, n: int = 8) -> tuple[Suggestion, ...]:
    """Titles that have all the words, the last of which may not be typed to the end."""
    asked = question(prefix)
    if asked.unfinished:
        asked = replaced(asked, lambda each: (each.word == asked.unfinished and finish(each)) or each)
    return tuple(
        Suggestion(hit.title, hit.kind, hit.object_id, hit.language)
        for hit in _hits(choice.current().titles(asked, language, n), asked, language)
    )


@dataclass(frozen=True)
class _Answer:
    found: Found
    asked: Question
    notices: tuple[Notice, ...] = ()
    did_you_mean: str = ""


def _best_answer(engine: Engine, request: SearchRequest) -> _Answer:
    """What was only read into the words gives way when nothing fits it."""
    answer = _answer(engine, request)
    if answer.found.total or request.instead is None:
        return answer
    instead = _answer(engine, replace(request.instead, per_page=request.per_page))
    if not instead.found.total:
        return answer
    return replace(instead, notices=(Notice.FILTERS_LEFT_OUT, *instead.notices))


def _answer(engine: Engine, request: SearchRequest) -> _Answer:
    asked = question(request.text, stored.current())
    found = engine.find(request, asked)
    if found.total or not asked:
        return _Answer(found, asked)
    repaired = repair(asked, request.language)
    meant = _respelled(request.text, repaired.corrected) if repaired.corrected else ""
    notices = (Notice.CORRECTED,) if meant else ()
    for attempt, also in _attempts(asked, repaired.question):
        better = engine.find(request, attempt)
        if better.total:
            return _Answer(better, attempt, notices + also, meant)
    return _Answer(found, asked, (Notice.NOTHING,))


def _attempts(asked: Question, repaired: Question) -> Iterator[tuple[Question, tuple[Notice, ...]]]:
    if repaired.clauses != asked.clauses:
        yield repaired, ()
    if len(asked.clauses) > 1:
        yield replace(repaired, every=False), (Notice.SOME_WORDS,)


def _respelled(text: str, corrected: dict[str, str]) -> str:
    return WORD.sub(lambda match: corrected.get(fold(match.group()), match.group()), text[:LONGEST_TEXT])


def _hits(rows: Sequence[Row], asked: Question, reader: str) -> tuple[Hit, ...]:
    texts = _texts(rows, reader)
    return tuple(_hit(row, texts[row.id], asked) for row in rows if row.id in texts)


def _hit(row: Row, shown: SearchText, asked: Question) -> Hit:
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


def _texts(rows: Sequence[Row], reader: str) -> dict[int, SearchText]:
    """Per document the words in the reader's language, else in the site's own, else in any; never without a title."""
    preference = (reader, settings.LANGUAGE_CODE)
    found: dict[int, SearchText] = {}
    for text in _titled(rows):
        present = found.get(text.document_id)
        if present is None or _rank(text.language, preference) < _rank(present.language, preference):
            found[text.document_id] = text
    return found


def _titled(rows: Sequence[Row]) -> QuerySet[SearchText]:
    texts = SearchText.objects.filter(document_id__in=[row.id for row in rows]).exclude(title="")
    return texts.defer("keywords").order_by("language")


def _rank(language: str, preference: Sequence[str]) -> int:
    return preference.index(language) if language in preference else len(preference)
