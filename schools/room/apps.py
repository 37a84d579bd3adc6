from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RoomConfig(AppConfig):
    name = "schools.room"
    label = "room"
    verbose_name = _("Ambassadors' room")

    def ready(self) -> None:
        from schools.office import register_coordinators_rights

        actions = ("add", "change", "delete", "view")
        models = ("training", "teammeeting", "idea")
        register_coordinators_rights(tuple(("room", f"{action}_{model}") for model in models for action in actions))
