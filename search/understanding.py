"""From a request with words to one with the filters that some of the words choose."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from search import registry
from search.opening import opening
from search.request import NEAR_ME, OPEN, ZIP, Point, SearchRequest, Understood
from search.zips import point_of_zip


def understood(asked: SearchRequest, now: datetime) -> SearchRequest:
    """What was chosen by hand wins over what the words say. What finds nothing is asked again with less of it."""
    if not asked.text:
        return asked
    reading = registry.reader().read(asked.text, now)
    if not reading.understood:
        return asked
    said = tuple(each for each in reading.understood if not _is_chosen(each, asked))
    # Words whose filter was chosen differently say nothing any more.
    bare = replace(asked, text=reading.rest, near=asked.near or _near(said))
    full = replace(_narrowed(bare, said, now), understood=said)
    return replace(full, instead=_instead(asked, bare, full, said, now))


def is_applied(each: Understood, answered: SearchRequest) -> bool:
    """Whether what was understood still holds in the request that was answered in the end."""
    if each.group == OPEN:
        return answered.open_at is not None
    if each.group in (ZIP, NEAR_ME):
        return answered.near is not None
    return each.values <= answered.filters.get(each.group, frozenset())


def _is_chosen(each: Understood, asked: SearchRequest) -> bool:
    if each.group == OPEN:
        return asked.open_at is not None
    if each.group in (ZIP, NEAR_ME):
        return asked.near is not None
    return bool(asked.filters.get(each.group))


def _near(said: Sequence[Understood]) -> Point | None:
    return next((point_of_zip(each.value) for each in said if each.group == ZIP), None)


def _narrowed(bare: SearchRequest, said: Sequence[Understood], now: datetime) -> SearchRequest:
    open_at, open_until = bare.open_at, bare.open_until
    filters: defaultdict[str, frozenset[str]] = defaultdict(frozenset, bare.filters)
    for each in said:
        if each.group == OPEN:
            open_at, open_until = opening(each.value, now) or (None, None)
        elif each.group not in (ZIP, NEAR_ME):
            filters[each.group] |= each.values
    return replace(bare, filters=dict(filters), open_at=open_at, open_until=open_until)


def _instead(
    asked: SearchRequest, bare: SearchRequest, full: SearchRequest, said: tuple[Understood, ...], now: datetime
) -> SearchRequest | None:
    """First any time of day, then none of the filters, then all the words as they stand."""
    chain = [
        replace(_narrowed(bare, [each for each in said if each.group != OPEN], now), understood=said),
        replace(bare, understood=said),
        replace(asked, near=bare.near),
    ]
    following: SearchRequest | None = None
    for each in reversed(chain):
        if (each.text or each.filters or each.open_at) and not _same(each, full) and not _same(each, following):
            following = replace(each, instead=following)
    return following


def _same(one: SearchRequest, other: SearchRequest | None) -> bool:
    if other is None:
        return False
    return replace(one, understood=(), instead=None) == replace(other, understood=(), instead=None)
