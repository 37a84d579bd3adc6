from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import Word
from core.models import said


class ItemStand(models.Model):
    """How many of one item are pledged: the row that is locked, and whose constraint stands behind the lock.

    Apart from the page's own rows, which come and go with its versions. It is found by the number of the item's row
    and outlives that row, so that nobody's pledge is lost when an editor takes an item away.
    """

    drive = models.ForeignKey("drives.DrivePage", on_delete=models.CASCADE, related_name="stands")
    item_id = models.PositiveBigIntegerField(unique=True)
    name = models.JSONField(_("thing"), default=dict)  # As it was when it was last published.
    wanted = models.PositiveIntegerField(_("needed"))
    pledged = models.PositiveIntegerField(_("pledged"), default=0)

    class Meta:
        verbose_name = _("stand of an item")
        verbose_name_plural = _("stands of items")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(pledged__lte=models.F("wanted")), name="drive_never_one_too_many")
        ]

    def __str__(self) -> str:
        return f"{self.pledged} / {self.wanted}"

    @property
    def left(self) -> int:
        return self.wanted - self.pledged

    def said_in(self, language: str) -> Word:
        return said(self.name, language)


class Pledge(models.Model):
    """Somebody brings so many of one item. What is personal in it is forgotten some time after the drive."""

    class State(models.TextChoices):
        PROMISED = "promised", _("not brought yet")
        BROUGHT = "brought", _("brought")
        CANCELLED = "cancelled", _("cancelled")

    stand = models.ForeignKey(ItemStand, on_delete=models.CASCADE, related_name="pledges")
    quantity = models.PositiveIntegerField(_("how many"))
    reference = models.CharField(_("reference"), max_length=12, unique=True)
    name = models.CharField(_("first name"), max_length=60, blank=True)
    reach = models.CharField(_("how to reach them"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=10)
    secret_digest = models.CharField(max_length=64, blank=True, db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PROMISED)
    pledged_at = models.DateTimeField(_("pledged"), auto_now_add=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("entered by"),
    )
    told_where = models.CharField(max_length=16, blank=True)  # A mark of the place and days they know, see `following`.
    reminded_of = models.DateField(null=True, blank=True)  # The last day to bring things, as the reminder said it.
    purged_at = models.DateTimeField(null=True, blank=True)

    EMPTY: ClassVar[dict[str, object]] = {"name": "", "reach": "", "secret_digest": "", "entered_by": None}
    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        State.PROMISED: frozenset({State.BROUGHT, State.CANCELLED}),
        State.BROUGHT: frozenset({State.PROMISED}),
        State.CANCELLED: frozenset(),
    }

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        default_permissions = ()
        ordering = ["pledged_at", "pk"]
        constraints = [models.CheckConstraint(condition=models.Q(quantity__gte=1), name="drive_pledge_of_something")]

    def __str__(self) -> str:
        return self.reference  # Stands in logs, which outlive the name.

    @property
    def is_promised(self) -> bool:
        return self.state == self.State.PROMISED
