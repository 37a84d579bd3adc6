from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RoomConfig(AppConfig):
    name = "schools.room"
    label = "room"
    verbose_name = _("Ambassadors' room")

    def ready(self) -> None:
        from core.accounts.doors import register_door
        from schools.office import register_coordinators_rights
        from schools.room.entering import member

        register_door("room_times", _("Ambassadors' room"), lambda account: member(account) is not None, order=20)
        actions = ("add", "change", "delete", "view")
        models = ("training", "teammeeting", "idea")
        register_coordinators_rights(tuple(("room", f"{action}_{model}") for model in models for action in actions))
