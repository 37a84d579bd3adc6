"""The copy of the index on Elasticsearch: told of every change, caught up with what it missed, compared, filled anew.

What it has to be told is noted in the transaction of the change itself. So a server that is away misses nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from elasticsearch import Elasticsearch

from search import registry
from search.document import Document
from search.drift import Drift
from search.engines import choice
from search.engines.elastic import index
from search.engines.elastic.bulk import SECONDS_EACH, News, tell
from search.engines.elastic.server import NotAnswering, asked
from search.models import SearchDocument, SearchUnsent

BATCH = 500
COMPARED = 5_000  # At once.
PATIENCE = 60.0  # Seconds, where nobody waits.
BEHIND = timedelta(minutes=10)


def note(news: News) -> list[int]:
    """Within the transaction of a change; hand the result to `send` after it."""
    if not choice.has_copy():
        return []
    return [row.pk for row in SearchUnsent.objects.bulk_create(SearchUnsent(document_id=key) for key in news)]


def send(news: News, noted: Sequence[int], *, apart: str = "") -> None:
    """Tell every index but the one `apart`. What does not get through stays noted."""
    if not noted:
        return
    try:
        _tell(news, apart=apart)
    except NotAnswering:
        return
    _strike_out(noted)


def deliver() -> bool:
    """Send what is still noted, as it is now. Whether nothing is left."""
    try:
        while rows := list(SearchUnsent.objects.order_by("pk")[:BATCH]):
            _tell(_as_they_are({row.document_id for row in rows}))
            _strike_out([row.pk for row in rows])
    except NotAnswering:
        return False
    return True


def is_behind(by: timedelta = timedelta(0)) -> bool:
    return choice.has_copy() and SearchUnsent.objects.filter(since__lt=timezone.now() - by).exists()


def is_answering() -> bool:
    try:
        return bool(asked(lambda client: client.ping()))
    except NotAnswering:
        return False


def is_there() -> bool:
    """Whether the server answers and readers find an index on it."""
    try:
        return bool(asked(index.shown))
    except NotAnswering:
        return False


def is_well() -> bool:
    return not choice.has_copy() or (is_there() and not is_behind(BEHIND))


def drift() -> Drift:
    """Ids of rows by what is wrong with their copy."""
    wanted = {str(key): checksum for key, checksum in SearchDocument.objects.values_list("pk", "checksum")}
    kept = asked(lambda client: dict(_kept(client)), seconds=PATIENCE)
    return Drift.between(wanted, kept)


def mend() -> int:
    """Send what differs, no more. Returns how much that was."""
    found = drift()
    wrong = [int(key) for key in (*found.missing, *found.outdated, *found.surplus)]
    SearchUnsent.objects.bulk_create((SearchUnsent(document_id=key) for key in wrong), BATCH)
    deliver()
    return len(wrong)


class NewCopy:
    """An index filled beside the one in use, which it replaces in one step."""

    def __init__(self) -> None:
        self.name = asked(index.create, seconds=PATIENCE)

    def add(self, kind: str, documents: Sequence[Document]) -> None:
        rows = SearchDocument.objects.filter(kind=kind, object_id__in=[each.object_id for each in documents])
        keys = dict(rows.values_list("object_id", "pk"))
        news = {keys[each.object_id]: each for each in documents if each.object_id in keys}
        asked(lambda client: tell(client, [self.name], news, refresh=False), seconds=PATIENCE)

    def show(self) -> None:
        asked(self._show, seconds=PATIENCE)

    def give_up(self) -> None:
        asked(lambda client: index.remove(client, self.name), seconds=PATIENCE)

    def _show(self, client: Elasticsearch) -> None:
        client.indices.refresh(index=self.name)
        index.show(client, self.name)


def _tell(news: News, *, apart: str = "") -> None:
    asked(
        lambda client: _tell_all(client, news, apart), seconds=settings.ELASTICSEARCH_TIMEOUT + SECONDS_EACH * len(news)
    )


def _tell_all(client: Elasticsearch, news: News, apart: str) -> None:
    names = index.written(client)
    if not names:
        raise NotAnswering("there is no index yet; `manage.py search rebuild` fills one")
    tell(client, [name for name in names if name != apart], news, refresh=settings.ELASTICSEARCH_REFRESH)


def _as_they_are(keys: Iterable[int]) -> News:
    """What has a row but is no longer public is left to the task that takes it off."""
    rows = {row.pk: row for row in SearchDocument.objects.filter(pk__in=keys)}
    by_kind: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for key, row in rows.items():
        by_kind[row.kind][row.object_id] = key
    news: dict[int, Document | None] = {key: None for key in keys if key not in rows}
    for kind, keys_of in by_kind.items():
        if source := registry.source(kind):
            news.update({keys_of[each.object_id]: each for each in source.load(list(keys_of))})
    return news


def _strike_out(noted: Sequence[int]) -> None:
    SearchUnsent.objects.filter(pk__in=noted).delete()


def _kept(client: Elasticsearch) -> Iterator[tuple[str, str]]:
    """Id and checksum of every document on the server."""
    client.indices.refresh(index=index.alias())
    after: list[int] | None = None
    while True:
        answer = client.search(
            index=index.alias(), size=COMPARED, sort="id", search_after=after, source=False,
            docvalue_fields=[{"field": "checksum"}], track_total_hits=False,
        )  # fmt: skip
        hits = answer["hits"]["hits"]
        for hit in hits:
            yield hit["_id"], hit["fields"]["checksum"][0]
        if len(hits) < COMPARED:
            return
        after = hits[-1]["sort"]
