"""The choices of an event's form."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    VOLUNTEER = "volunteer", _("Volunteering")
    WORKSHOP = "workshop", _("Workshop")
    DISTRIBUTION = "distribution", _("Distribution")
    MEETING = "meeting", _("Meeting")
    SUPPORT_GROUP = "support_group", _("Support group")
    SUMMIT = "summit", _("Summit")
    CIVIC = "civic", _("Civic event")


class Price(models.TextChoices):
    FREE = "free", pgettext_lazy("cost", "Free")
    FEE = "fee", _("Costs something")


class FourC(models.TextChoices):
    """What a workshop builds in families and staff (Mapp and Bergman, Dual Capacity-Building Framework, 2019)."""

    CAPABILITIES = "capabilities", _("Capabilities: what people know and can do")
    CONNECTIONS = "connections", _("Connections: whom they know and trust")
    COGNITION = "cognition", _("Cognition: how they see their part")
    CONFIDENCE = "confidence", _("Confidence: that they can do it")
