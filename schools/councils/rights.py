"""Who may read and close wishes to join: whoever may edit the council's page, and nobody for others."""

from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from schools.councils.care import councils_in_care_of
from schools.councils.models import JoinInterest

DONE_WITH_THEM = frozenset({"view", "change", "delete"})


def interests_in_care_of(user: Any) -> QuerySet[JoinInterest]:
    own = councils_in_care_of(user).order_by().values("pk")
    return JoinInterest.objects.filter(council__in=own).select_related("council")


class InterestPermissionPolicy(ModelPermissionPolicy):
    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in DONE_WITH_THEM and user.is_active and councils_in_care_of(user).exists()

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: JoinInterest) -> bool:
        return action in DONE_WITH_THEM and interests_in_care_of(user).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: JoinInterest) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_permission_for(self, user: Any, action: str) -> QuerySet:
        return interests_in_care_of(user) if action in DONE_WITH_THEM else JoinInterest.objects.none()

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet:
        return interests_in_care_of(user) if DONE_WITH_THEM & set(actions) else JoinInterest.objects.none()
