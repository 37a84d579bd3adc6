"""The people families can turn to: who they are and how to reach them."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import InLanguagesField
from core.spoken import spoken_choices


class Person(models.Model):
    """Somebody who works for families. The account, if any, is what they sign in with."""

    name = models.CharField(_("name"), max_length=120)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
        verbose_name=_("account"),
        help_text=_("What this person signs in with. Without it they cannot answer requests here."),
    )
    languages = models.JSONField(_("languages spoken"), default=list, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    text_phone = models.CharField(_("number for text messages"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    about = InLanguagesField(_("a sentence or two about this person"), blank=True, long=True, max_length=400)
    photo = models.ForeignKey(
        "core.SiteImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("photo")
    )
    photo_consent_on = models.DateField(_("agreed to the photo on"), null=True, blank=True)
    photo_consent_until = models.DateField(_("agreement ends on"), null=True, blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.photo_id and not (self.photo_consent_on and self.photo_consent_until):
            raise ValidationError({"photo_consent_until": _("A photo needs the day of the agreement and its end.")})
        unknown = set(self.languages) - {code for code, _name in spoken_choices()}
        if unknown:
            raise ValidationError({"languages": _("Unknown language: %(code)s") % {"code": min(unknown)}})

    def photo_on(self, day: date) -> object | None:
        """The photo, as long as the agreement lasts."""
        start, end = self.photo_consent_on, self.photo_consent_until
        return self.photo if start is not None and end is not None and start <= day <= end else None
