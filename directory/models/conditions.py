"""On what terms help is given: papers, prices, area, places; and the small rows beside them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.models.record import ChildRecord, Record


class RequiredDocument(ChildRecord):
    service = ParentalKey(
        "directory.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="required_documents"
    )
    document = models.TextField(
        _("paper"), blank=True, help_text=_("For example: “Photo ID from any country”. One paper per row.")
    )
    uri = models.URLField(
        _("where to get it"), max_length=500, blank=True, help_text=_("A web address, if there is one.")
    )

    class Meta(ChildRecord.Meta):
        verbose_name = _("paper asked for")
        verbose_name_plural = _("papers asked for")

    def __str__(self) -> str:
        return self.document


class CostOption(ChildRecord):
    service = ParentalKey(
        "directory.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="cost_options"
    )
    option = models.TextField(_("for whom"), blank=True, help_text=_("For example: “Families of four under $3,000”."))
    amount = models.DecimalField(
        _("price"), max_digits=14, decimal_places=4, null=True, blank=True, help_text=_("0 for free.")
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True, help_text=_("Three letters: USD."))
    amount_description = models.TextField(_("for what"), blank=True, help_text=_("For example: “per visit”."))
    valid_from = models.DateField(_("valid from"), null=True, blank=True, help_text=_("May stay empty."))
    valid_to = models.DateField(_("valid until"), null=True, blank=True, help_text=_("May stay empty."))

    class Meta(ChildRecord.Meta):
        verbose_name = _("price")
        verbose_name_plural = _("prices")

    def __str__(self) -> str:
        return self.option or str(self.amount)


class ServiceArea(ChildRecord):
    service = ParentalKey(
        "directory.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="service_areas"
    )
    service_at_location = ParentalKey(
        "directory.ServiceAtLocation", null=True, blank=True, on_delete=models.CASCADE, related_name="service_areas"
    )
    name = models.TextField(_("area"), blank=True, help_text=_("For example: “ZIP codes 93905 and 93906”."))
    description = models.TextField(_("description"), blank=True, help_text=_("May stay empty."))
    extent = models.TextField(_("outline"), blank=True, help_text=_("GeoJSON or similar, from an import."))
    extent_type = models.CharField(_("kind of outline"), max_length=50, blank=True, help_text=_("geojson, kml, text …"))
    uri = models.URLField(_("address of the area"), max_length=500, blank=True, help_text=_("If it has one."))

    class Meta(ChildRecord.Meta):
        verbose_name = _("area served")
        verbose_name_plural = _("areas served")

    def __str__(self) -> str:
        return self.name


class Funding(ChildRecord):
    organization = ParentalKey(
        "directory.Organization", null=True, blank=True, on_delete=models.CASCADE, related_name="funding"
    )
    service = ParentalKey("directory.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="funding")
    source = models.TextField(_("source"), blank=True, help_text=_("Who pays for it. Not shown to the public."))

    class Meta(ChildRecord.Meta):
        verbose_name = _("funding")
        verbose_name_plural = _("funding")

    def __str__(self) -> str:
        return self.source


class Url(ChildRecord):
    organization = ParentalKey(
        "directory.Organization", null=True, blank=True, on_delete=models.CASCADE, related_name="additional_websites"
    )
    service = ParentalKey(
        "directory.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="additional_urls"
    )
    label = models.CharField(_("name of the link"), max_length=255, blank=True, help_text=_("What one finds there."))
    url = models.URLField(_("web address"), max_length=500, help_text=_("Beginning with https://"))

    class Meta(ChildRecord.Meta):
        verbose_name = _("further web address")
        verbose_name_plural = _("further web addresses")

    def __str__(self) -> str:
        return self.label or self.url


class Unit(Record):
    name = models.CharField(_("name"), max_length=255, help_text=_("What is counted: beds, places, boxes."))
    scheme = models.CharField(_("scheme"), max_length=255, blank=True, help_text=_("For example: SI."))
    identifier = models.CharField(_("identifier"), max_length=255, blank=True, help_text=_("Its code in the scheme."))
    uri = models.URLField(_("address"), max_length=500, blank=True, help_text=_("If it has one."))

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")

    def __str__(self) -> str:
        return self.name


class ServiceCapacity(ChildRecord):
    service = ParentalKey(
        "directory.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="capacities"
    )
    unit = models.ForeignKey(
        Unit,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("unit"),
        help_text=_("Beds, places …"),
    )
    available = models.FloatField(_("free now"), help_text=_("0 means full."))
    maximum = models.FloatField(_("in all"), null=True, blank=True, help_text=_("May stay empty."))
    description = models.TextField(_("note"), blank=True, help_text=_("For example: “Beds for women with children”."))
    updated = models.DateTimeField(_("counted at"), null=True, help_text=_("When somebody last counted."))

    class Meta(ChildRecord.Meta):
        verbose_name = _("free places")
        verbose_name_plural = _("free places")

    def __str__(self) -> str:
        return f"{self.available:g} {self.unit}"
