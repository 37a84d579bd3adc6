from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.models.record import ChildRecord, NestingRecord


class PhoneType(models.TextChoices):
    """RFC 6350 names, as the standard lists them."""

    VOICE = "voice", _("calls")
    TEXT = "text", _("text messages")
    CELL = "cell", _("cell phone")
    FAX = "fax", _("fax")
    VIDEO = "video", _("video calls")
    PAGER = "pager", _("pager")
    TEXTPHONE = "textphone", _("text phone (TTY)")


def _parent(model: str, related_name: str) -> ParentalKey:
    return ParentalKey(f"directory.{model}", null=True, blank=True, on_delete=models.CASCADE, related_name=related_name)


class Contact(ChildRecord, NestingRecord):
    organization = _parent("Organization", "contacts")
    service = _parent("Service", "contacts")
    service_at_location = _parent("ServiceAtLocation", "contacts")
    location = _parent("Location", "contacts")
    name = models.CharField(_("name"), max_length=255, blank=True, help_text=_("The person families may ask for."))
    title = models.CharField(_("job"), max_length=255, blank=True, help_text=_("What they do there."))
    department = models.CharField(_("department"), max_length=255, blank=True, help_text=_("If it helps to find them."))
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Shown to the public."))

    prose_of_children = {"phones": ("description",)}

    class Meta(ChildRecord.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return self.name or self.title


class Phone(ChildRecord, NestingRecord):
    organization = _parent("Organization", "phones")
    service = _parent("Service", "phones")
    location = _parent("Location", "phones")
    service_at_location = _parent("ServiceAtLocation", "phones")
    contact = _parent("Contact", "phones")
    number = models.CharField(_("number"), max_length=100, help_text=_("With area code: (831) 555-0101."))
    extension = models.CharField(_("extension"), max_length=20, blank=True, help_text=_("Digits only."))
    # Any word is kept: the standard lists the types in prose only, and imports bring others.
    type = models.CharField(_("kind"), max_length=50, blank=True, help_text=_("Calls, text messages, fax …"))
    description = models.TextField(
        _("note"), blank=True, help_text=_("For example: “Leave a message, we call back within a day”.")
    )

    prose_of_children = {"languages": ("note",)}

    class Meta(ChildRecord.Meta):
        verbose_name = _("phone")
        verbose_name_plural = _("phones")

    def __str__(self) -> str:
        return f"{self.number} ext. {self.extension}" if self.extension else self.number


class Language(ChildRecord):
    """A language in which help is given."""

    service = _parent("Service", "languages")
    location = _parent("Location", "languages")
    phone = _parent("Phone", "languages")
    name = models.CharField(_("name"), max_length=255, blank=True, help_text=_("Only for a language without a code."))
    code = models.CharField(_("language"), max_length=100, blank=True, help_text=_("A language staff speak."))
    note = models.TextField(_("note"), blank=True, help_text=_("For example: “Tuesdays only” or “by interpreter”."))

    class Meta(ChildRecord.Meta):
        verbose_name = _("language spoken")
        verbose_name_plural = _("languages spoken")

    def __str__(self) -> str:
        return self.name or self.code
