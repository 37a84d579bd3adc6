from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from events.signups.models.shift_dates import ShiftDate


class State(models.TextChoices):
    CONFIRMED = "confirmed", _("signed up")
    PENDING = "pending", _("kept until the check is done")
    CONSENT = "consent", _("kept until a parent agrees")
    OFFERED = "offered", _("a place is offered")
    WAITING = "waiting", _("on the waiting list")
    EXPIRED = "expired", _("the offer was not taken")
    CANCELLED = "cancelled", _("cancelled")


# These hold a place.
HOLDING = (State.CONFIRMED, State.PENDING, State.CONSENT, State.OFFERED)
ACTIVE = (*HOLDING, State.WAITING)


class SignUpQuerySet(models.QuerySet["SignUp"]):
    def holding(self) -> "SignUpQuerySet":
        return self.filter(state__in=HOLDING)

    def active(self) -> "SignUpQuerySet":
        return self.filter(state__in=ACTIVE)

    def in_line(self) -> "SignUpQuerySet":
        return self.filter(state=State.WAITING).order_by("made_at", "pk")

    def at_the_time_of(self, shift_date: ShiftDate) -> "SignUpQuerySet":
        """Those whose shift overlaps; one that ends when the other begins does not."""
        ended = self.annotate(over_at=Coalesce("shift_date__ends_at", "shift_date__starts_at"))
        return ended.filter(shift_date__starts_at__lt=shift_date.over_at, over_at__gt=shift_date.starts_at)

    def whole(self) -> "SignUpQuerySet":
        return self.select_related(
            "volunteer__school",
            "shift_date__tier",
            "shift_date__lead__account",
            "shift_date__shift",
            "shift_date__occurrence__event__locale",
            "shift_date__occurrence__event__school",
            "shift_date__occurrence__event__location",
        )


class SignUp(models.Model):
    """Somebody for a shift at a date. `events.signups.taking` and `.leaving` alone change its state."""

    shift_date = models.ForeignKey(ShiftDate, on_delete=models.CASCADE, related_name="sign_ups")
    volunteer = models.ForeignKey("volunteers.Volunteer", on_delete=models.CASCADE, related_name="sign_ups")
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    notes = models.CharField(_("notes"), max_length=300, blank=True)
    children = models.PositiveSmallIntegerField(_("children in child care"), default=0)
    interpreter = models.CharField(_("interpreter for"), max_length=10, blank=True)
    guardian_name = models.CharField(_("parent or guardian"), max_length=80, blank=True)
    guardian_reach = models.CharField(_("how to reach them"), max_length=254, blank=True)
    consented_at = models.DateTimeField(_("parent agreed"), null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    override_reason = models.CharField(_("why at the same time as another shift"), max_length=200, blank=True)
    made_at = models.DateTimeField(_("signed up on"))
    offered_until = models.DateTimeField(_("offered until"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled on"), null=True, blank=True)
    told = models.CharField(_("mark of what this person was told"), max_length=64, blank=True, editable=False)

    objects = SignUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-up")
        verbose_name_plural = _("sign-ups")
        ordering = ["made_at", "pk"]
        permissions = [("run_all", "Can run the sign-ups of every event")]
        constraints = [
            models.UniqueConstraint(
                fields=["shift_date", "volunteer"],
                condition=Q(state__in=["confirmed", "pending", "consent", "offered", "waiting"]),
                name="one_place_for_one_person",
            )
        ]
        indexes = [
            models.Index(fields=["shift_date", "state"], name="sign_up_line"),
            models.Index(fields=["offered_until"], condition=Q(state="offered"), name="sign_up_offers"),
        ]

    def __str__(self) -> str:
        return f"{self.volunteer}: {self.shift_date}"

    @property
    def holds_a_place(self) -> bool:
        return self.state in HOLDING

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE

    @property
    def language(self) -> str:
        return self.volunteer.language


class Key(models.Model):
    """What opens the page of a sign-up: the digest of a secret that was shown, or went out by mail."""

    class Opens(models.TextChoices):
        SIGN_UP = "sign_up", _("the sign-up")
        CONSENT = "consent", _("the question to a parent")

    sign_up = models.ForeignKey(SignUp, on_delete=models.CASCADE, related_name="keys")
    opens = models.CharField(max_length=8, choices=Opens.choices, default=Opens.SIGN_UP)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("key to a sign-up")
        verbose_name_plural = _("keys to sign-ups")

    def __str__(self) -> str:
        return f"{self.opens}: {self.sign_up_id}"


class Code(models.Model):
    """A short code that went out by mail to whoever asks for their sign-ups; good once, for half an hour."""

    email = models.CharField(max_length=254)
    digest = models.CharField(max_length=64)
    until = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("code sent")
        verbose_name_plural = _("codes sent")
        indexes = [models.Index(fields=["email"], name="code_of_an_address")]

    def __str__(self) -> str:
        return str(self.until)
