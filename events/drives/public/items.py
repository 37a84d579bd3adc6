"""The things of a drive as people see them: how many are needed, in words and as a bar."""

from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext, ngettext

from core.languages import Word
from core.models import said
from events.drives.models import DriveItem, DrivePage, ItemStand, Pledge
from events.drives.standing import stands_of


@dataclass(frozen=True)
class ShownItem:
    key: int
    name: Word
    note: Word
    wanted: int
    pledged: int
    most: int  # For one person; 0 where there is no limit.
    brought: int

    @property
    def left(self) -> int:
        return max(0, self.wanted - self.pledged)

    @property
    def still_needed(self) -> str:
        values = {"left": self.left, "wanted": self.wanted}
        return ngettext("Still needed: %(left)s of %(wanted)s", "Still needed: %(left)s of %(wanted)s", self.left) % (
            values
        )

    @property
    def offered(self) -> str:
        """As a choice of a form."""
        return f"{self.name}. {self.still_needed if self.left else gettext('All pledged')}"

    @property
    def came(self) -> str:
        values = {"brought": self.brought, "wanted": self.wanted}
        return ngettext("Brought: %(brought)s of %(wanted)s", "Brought: %(brought)s of %(wanted)s", self.brought) % (
            values
        )


def shown_items(drive: DrivePage, language: str) -> list[ShownItem]:
    """Of the page that owns the facts, in its editor's order; of a preview, as if nothing were pledged yet."""
    stands, brought = stands_of(drive), brought_of(drive)
    return [_shown(item, stands.get(item.pk), brought.get(item.pk, 0), language) for item in drive.items.all()]


def brought_of(drive: DrivePage) -> dict[int, int]:
    """How many came, by the number of the item."""
    came = Pledge.objects.filter(stand__drive=drive.pk, state=Pledge.State.BROUGHT).order_by()
    return dict(came.values_list("stand__item_id").annotate(Sum("quantity")))


def _shown(item: DriveItem, stand: ItemStand | None, brought: int, language: str) -> ShownItem:
    return ShownItem(
        key=item.pk or 0,
        name=said(item.name, language),
        note=said(item.note, language),
        wanted=stand.wanted if stand else item.wanted,
        pledged=stand.pledged if stand else 0,
        most=item.most_each or 0,
        brought=brought,
    )
