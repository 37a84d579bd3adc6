from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PartnerFile(models.Model):
    """A paper that a partner added and nobody has approved: only they and the office can open it."""

    paper = models.OneToOneField("pairs.DocumentPair", on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey("directory.Organization", on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(_("added"), default=timezone.now)

    class Meta:
        verbose_name = _("paper of a partner")
        verbose_name_plural = _("papers of partners")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.paper)
