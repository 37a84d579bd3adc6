"""Spans of time and how they combine."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter


@dataclass(frozen=True, kw_only=True)
class Span:
    """Half-open: at the moment of closing it is closed. The reason is that of the exception it comes from."""

    opens: datetime
    closes: datetime
    by_appointment: bool = False
    reason: object = ""


def merged(pieces: Iterable[Span]) -> list[Span]:
    """Sorted and disjoint. While anybody may walk in, nobody needs an appointment."""
    pieces = list(pieces)
    if len(pieces) < 2:
        return pieces
    walk_in = _joined(piece for piece in pieces if not piece.by_appointment)
    appointments = _joined(piece for piece in pieces if piece.by_appointment)
    remaining = [part for span in appointments for part in _outside(span, walk_in)]
    return sorted(walk_in + remaining, key=attrgetter("opens"))


def _joined(pieces: Iterable[Span]) -> list[Span]:
    """Spans that touch or overlap become one, under the reason of the first."""
    joined: list[Span] = []
    for piece in sorted(pieces, key=attrgetter("opens")):
        if joined and piece.opens <= joined[-1].closes:
            joined[-1] = replace(joined[-1], closes=max(joined[-1].closes, piece.closes))
        else:
            joined.append(piece)
    return joined


def _outside(span: Span, others: Iterable[Span]) -> Iterable[Span]:
    opens = span.opens
    for other in others:
        if other.closes <= opens or other.opens >= span.closes:
            continue
        if opens < other.opens:
            yield replace(span, opens=opens, closes=other.opens)
        opens = other.closes
    if opens < span.closes:
        yield replace(span, opens=opens)
