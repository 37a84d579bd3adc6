from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write the colour as # and six digits, for example #1f5f5b."))


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
    primary_light = models.CharField(_("main colour"), max_length=7, blank=True, validators=[colour])
    primary_dark = models.CharField(_("main colour on dark ground"), max_length=7, blank=True, validators=[colour])

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
        MultiFieldPanel([FieldRowPanel([FieldPanel("primary_light"), FieldPanel("primary_dark")])], _("Colours")),
    ]

    class Meta:
        verbose_name = _("district and office")

    def __str__(self) -> str:
        return self.name
