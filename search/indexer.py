"""Keeping the index true: `index` and `remove` for what changed, `rebuild` for everything, `check` to compare."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import transaction

from search import registry, shelf, vocabulary
from search.engines import choice
from search.models import SearchDocument

BATCH = 500

# Told how far it is: kind, how many are done, how many there are.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Drift:
    """Ids of one kind by what is wrong with them."""

    missing: frozenset[str]
    outdated: frozenset[str]
    surplus: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.missing or self.outdated or self.surplus)


def index(kind: str, ids: Iterable[str]) -> int:
    """Bring things of a kind up to date; what is no longer public leaves the index. Returns how many changed."""
    return sum(_index(kind, batch) for batch in _batches(sorted({str(each) for each in ids})))


def remove(kind: str, ids: Iterable[str]) -> int:
    return sum(_remove(kind, batch) for batch in _batches(sorted({str(each) for each in ids})))


def rebuild(progress: Progress = lambda kind, done, total: None) -> int:
    """Bring everything up to date, batch by batch: readers find all the time, and nothing twice."""
    changed = sum(_rebuild(source, progress) for source in registry.sources())
    with transaction.atomic():
        choice.current().lock()
        vocabulary.recount()
    for kind in set(SearchDocument.objects.values_list("kind", flat=True).distinct()) - registry.kinds():
        changed += remove(kind, SearchDocument.objects.filter(kind=kind).values_list("object_id", flat=True))
    return changed


def check(progress: Progress = lambda kind, done, total: None) -> dict[str, Drift]:
    """What a rebuild would change, by kind."""
    return {source.kind: _drift(source, progress) for source in registry.sources()}


def _remove(kind: str, ids: list[str]) -> int:
    with transaction.atomic():
        engine = choice.current()
        engine.lock()
        return shelf.take_off(engine, kind, ids)


def _index(kind: str, ids: list[str], *, count_words: bool = True) -> int:
    """Reading and writing happen under the lock: of two tasks for one thing, the later one also reads later."""
    source = registry.source(kind)
    with transaction.atomic():
        engine = choice.current()
        engine.lock()
        documents = list(source.load(ids)) if source else []
        gone = set(ids) - {document.object_id for document in documents}
        changed = shelf.put(engine, kind, documents, count_words=count_words)
        return changed + shelf.take_off(engine, kind, gone)


def _rebuild(source: registry.DocumentSource, progress: Progress) -> int:
    ids = [str(each) for each in source.all_ids()]
    changed = done = 0
    for batch in _batches(ids):
        changed += _index(source.kind, batch, count_words=False)
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
    outdated = {each for each in expected.keys() & stored.keys() if expected[each] != stored[each]}
    return Drift(
        missing=frozenset(expected.keys() - stored.keys()),
        outdated=frozenset(outdated),
        surplus=frozenset(stored.keys() - expected.keys()),
    )


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(ids)
    while batch := list(islice(remaining, BATCH)):
        yield batch
