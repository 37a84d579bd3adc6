"""Counting a question after it was answered."""

import logging
import re
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from search.log.discretion import kept
from search.log.models import QueryLog
from search.request import SearchRequest
from search.thesaurus.promoted import answers_for

logger = logging.getLogger(__name__)
LONGEST_FILTERS = 200
LONGEST_SPELLING = 80
_PLACE = re.compile(r"[0-9]{5}")


@dataclass(frozen=True)
class Key:
    language: str
    text: str
    filters: str


def record(asked: SearchRequest, typed: str, total: int) -> None:
    """Nothing at all of a question that has a promoted answer: nobody's danger is a statistic.

    A log that cannot be written never takes the answer away.
    """
    if asked.page > 1 or answers_for(typed, asked.language):
        return
    key = key_of(asked)
    if not (key.text or key.filters or typed.strip()):
        return
    spelling = " ".join(asked.text.lower().split())[:LONGEST_SPELLING] if key.text else ""
    try:
        with transaction.atomic():
            _count(key, total, spelling)
    except DatabaseError:
        logger.warning("A question could not be counted", exc_info=True)


def opened(asked: SearchRequest) -> None:
    """A listing was opened from the answer to this question; only questions that were counted have such counts."""
    try:
        with transaction.atomic():
            _rows(key_of(asked)).update(opened=F("opened") + 1)
    except DatabaseError:
        logger.warning("An opened listing could not be counted", exc_info=True)


def key_of(asked: SearchRequest) -> Key:
    return Key(asked.language, kept(asked.text), _summary(asked))


def _summary(asked: SearchRequest) -> str:
    """Names and values of filters; of a place only that there was one."""
    named = [
        name if any(_PLACE.search(value) for value in values) else f"{name}={','.join(sorted(values))}"
        for name, values in sorted(asked.groups.items())
    ]
    if asked.open_at is not None:
        named.append("open")
    if asked.near is not None:
        named.append("near")
    return " ".join(named)[:LONGEST_FILTERS]


def _rows(key: Key) -> Any:
    return QueryLog.objects.filter(day=timezone.localdate(), **vars(key))


def _count(key: Key, total: int, spelling: str) -> None:
    changes = {"asked": F("asked") + 1, "results": total}
    if not total:
        changes["nothing"] = F("nothing") + 1
    if spelling:
        changes["spelling"] = spelling
    if _rows(key).update(**changes):
        return
    try:
        with transaction.atomic():
            QueryLog.objects.create(
                day=timezone.localdate(),
                **vars(key),
                spelling=spelling,
                asked=1,
                results=total,
                nothing=0 if total else 1,
            )
    except IntegrityError:  # Somebody else asked it first.
        _rows(key).update(**changes)
