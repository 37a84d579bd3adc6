from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PairsConfig(AppConfig):
    name = "schools.pairs"
    label = "pairs"
    verbose_name = _("Documents in two languages")
