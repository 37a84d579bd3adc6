from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from core.colours import DEFAULTS, ENOUGH, HEX, INK, ON_MARKER, contrast

colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write the colour as # and six digits, for example #1f5f5b."))

TOO_PALE = _("Text would be hard to read: the contrast is %(ratio)s, and it must be 7 or more.")


def colour_field(name: Any) -> models.CharField:
    return models.CharField(name, max_length=7, blank=True, validators=[colour])


@register_setting(icon="home")
class District(BaseSiteSetting):
    """The district and the office that publishes this directory: everything a neighbouring district would change."""

    name = models.CharField(_("name of the district"), max_length=120, default="Ventanilla")
    logo = models.ForeignKey(
        "core.SiteImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("logo")
    )
    office_name = models.CharField(_("name of the office"), max_length=160, blank=True)
    phone = models.CharField(_("phone of the office"), max_length=40, blank=True)
    text_phone = models.CharField(_("number for text messages"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail of the office"), blank=True)
    address = models.CharField(_("address of the office"), max_length=255, blank=True)
    office_days = models.CharField(
        _("days the office is open"),
        max_length=20,
        default="MO,TU,WE,TH,FR",
        blank=True,
        help_text=_("MO,TU,WE,TH,FR,SA,SU, separated by commas."),
        validators=[RegexValidator(r"^((MO|TU|WE|TH|FR|SA|SU)(,|$))*$", _("Use MO,TU,WE,TH,FR,SA,SU."))],
    )
    office_opens = models.TimeField(_("opens"), null=True, blank=True)
    office_closes = models.TimeField(_("closes"), null=True, blank=True)
    paper_light = colour_field(_("ground"))
    paper_dark = colour_field(_("ground, dark"))
    primary_light = colour_field(_("main colour"))
    primary_dark = colour_field(_("main colour, dark"))
    marker_light = colour_field(_("marker"))
    marker_dark = colour_field(_("marker, dark"))

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("logo")], _("The district")),
        MultiFieldPanel(
            [
                FieldPanel("office_name"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("text_phone")]),
                FieldPanel("email"),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("office_days"), FieldPanel("office_opens"), FieldPanel("office_closes")]),
            ],
            _("The office families can talk to"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(f"{name}_light"), FieldPanel(f"{name}_dark")]) for name in DEFAULTS],
            _("Colours"),
            help_text=_("Empty: the colours of the house. Text must stay readable on them, so some are refused."),
        ),
    ]

    class Meta:
        verbose_name = _("district and office")

    def __str__(self) -> str:
        return self.name

    def colours(self) -> dict[str, tuple[str, str]]:
        """Every token the district may change as (light, dark), its own colour or the house's."""
        return {
            name: (getattr(self, f"{name}_light") or light, getattr(self, f"{name}_dark") or dark)
            for name, (light, dark) in DEFAULTS.items()
        }

    @property
    def colours_version(self) -> str:
        """Changes with the colours, so that browsers fetch them anew; empty while they are the house's."""
        colours = self.colours()
        return "" if colours == DEFAULTS else "".join(sorted({*sum(colours.values(), ())})).replace("#", "")

    def clean(self) -> None:
        """Refuse colours that text could not be read on."""
        super().clean()
        colours = self.colours()
        errors = {}
        for side, mode in enumerate(("light", "dark")):
            pairs = {
                "paper": (colours["paper"][side], INK[side]),
                "primary": (colours["primary"][side], colours["paper"][side]),
                "marker": (colours["marker"][side], ON_MARKER),
            }
            for name, pair in pairs.items():
                if all(map(HEX.fullmatch, pair)) and contrast(*pair) < ENOUGH:
                    errors[f"{name}_{mode}"] = TOO_PALE % {"ratio": f"{contrast(*pair):.1f}"}
        if errors:
            raise ValidationError(errors)
