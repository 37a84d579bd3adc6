"""By when an agenda must be public, and how that went."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

ONE_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Notice:
    """`posted_at` is the moment the agenda was first public; None when it is not yet."""

    starts_at: datetime
    hours: int
    posted_at: datetime | None

    @property
    def due_at(self) -> datetime:
        return self.starts_at - self.hours * ONE_HOUR

    def is_late(self, now: datetime) -> bool:
        return (self.posted_at or now) > self.due_at

    def hours_short(self, now: datetime) -> int:
        """How many of the hours are missing; at most all of them, begun hours counted whole."""
        if not self.is_late(now):
            return 0
        return min(self.hours, ceil(((self.posted_at or now) - self.due_at) / ONE_HOUR))

    def hours_left(self, now: datetime) -> int:
        """Whole hours until it is due; negative when that has passed."""
        return int((self.due_at - now) // ONE_HOUR)
