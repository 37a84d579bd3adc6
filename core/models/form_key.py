from django.db import models
from django.utils.translation import gettext_lazy as _


class FormKey(models.Model):
    """A form that somebody has sent. The key is made together with what the form did: the row is the proof of it."""

    key = models.CharField(_("key"), max_length=64, unique=True)
    answer = models.CharField(_("answer"), max_length=200, blank=True)
    made_at = models.DateTimeField(_("sent"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("form sent")
        verbose_name_plural = _("forms sent")
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
