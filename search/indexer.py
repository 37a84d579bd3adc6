"""Keeping the index true: `index` and `remove` for what changed, `rebuild` for everything, `check` to compare."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice

from django.db import transaction

from search import copy, registry, shelf, vocabulary
from search.copy import NewCopy
from search.document import Document
from search.drift import Drift
from search.engines import choice
from search.engines.elastic.server import NotAnswering
from search.garbage import seldom_collected
from search.models import SearchDocument

BATCH = 500

# Told how far it is: kind, how many are done, how many there are.
Progress = Callable[[str, int, int], None]


def index(kind: str, ids: Iterable[str]) -> int:
    """Bring things of a kind up to date; what is no longer public leaves the index. Returns how many changed."""
    return sum(_index(kind, batch) for batch in _batches(sorted({str(each) for each in ids})))


def remove(kind: str, ids: Iterable[str]) -> int:
    return sum(_remove(kind, batch) for batch in _batches(sorted({str(each) for each in ids})))


def rebuild(progress: Progress = lambda kind, done, total: None) -> int:
    """Bring everything up to date, batch by batch: readers find all the time, and nothing twice."""
    changed = _rebuild(progress, None)
    return changed + copy.mend() if choice.has_copy() and copy.is_there() else changed


def fill_copy(progress: Progress = lambda kind, done, total: None) -> int:
    """The same, and a new index on Elasticsearch takes the place of the one in use."""
    new = NewCopy()
    try:
        changed = _rebuild(progress, new)
        new.show()
    except BaseException:
        with suppress(NotAnswering):
            new.give_up()
        raise
    return changed


def check(progress: Progress = lambda kind, done, total: None) -> dict[str, Drift]:
    """What a rebuild would change, by kind; under the name of Elasticsearch how its copy differs from the tables."""
    found = {source.kind: _drift(source, progress) for source in registry.sources()}
    return {**found, choice.ELASTICSEARCH: copy.drift()} if choice.has_copy() else found


def _remove(kind: str, ids: list[str]) -> int:
    with transaction.atomic():
        engine = choice.database()
        engine.lock()
        gone = dict.fromkeys(shelf.take_off(engine, kind, ids))
        noted = copy.note(gone)
    copy.send(gone, noted)
    return len(gone)


def _index(kind: str, ids: list[str], *, count_words: bool = True, new: NewCopy | None = None) -> int:
    """Reading and writing happen under the lock: of two tasks for one thing, the later one also reads later."""
    source = registry.source(kind)
    with transaction.atomic():
        engine = choice.database()
        engine.lock()
        documents = list(source.load(ids)) if source else []
        no_longer = set(ids) - {document.object_id for document in documents}
        news: dict[int, Document | None] = {**shelf.put(engine, kind, documents, count_words=count_words)}
        news.update(dict.fromkeys(shelf.take_off(engine, kind, no_longer)))
        noted = copy.note(news)
    if new:
        new.add(kind, documents)
    copy.send(news, noted, apart=new.name if new else "")
    return len(news)


def _rebuild(progress: Progress, new: NewCopy | None) -> int:
    with seldom_collected():
        changed = sum(_rebuild_kind(source, progress, new) for source in registry.sources())
    with transaction.atomic():
        choice.database().lock()
        vocabulary.recount()
    for kind in set(SearchDocument.objects.values_list("kind", flat=True).distinct()) - registry.kinds():
        changed += remove(kind, SearchDocument.objects.filter(kind=kind).values_list("object_id", flat=True))
    return changed


def _rebuild_kind(source: registry.DocumentSource, progress: Progress, new: NewCopy | None) -> int:
    ids = [str(each) for each in source.all_ids()]
    changed = done = 0
    for batch in _batches(ids):
        changed += _index(source.kind, batch, count_words=False, new=new)
        done += len(batch)
        progress(source.kind, done, len(ids))
    stored = SearchDocument.objects.filter(kind=source.kind).values_list("object_id", flat=True)
    surplus = set(stored) - set(ids)
    # Asked again through `index`: a thing published since the list was made is no surplus.
    return changed + index(source.kind, surplus)


def _drift(source: registry.DocumentSource, progress: Progress) -> Drift:
    ids = [str(each) for each in source.all_ids()]
    stored = dict(SearchDocument.objects.filter(kind=source.kind).values_list("object_id", "checksum"))
    expected: dict[str, str] = {}
    done = 0
    for batch in _batches(ids):
        expected.update((document.object_id, document.checksum) for document in source.load(batch))
        done += len(batch)
        progress(source.kind, done, len(ids))
    return Drift.between(expected, stored)


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(ids)
    while batch := list(islice(remaining, BATCH)):
        yield batch
