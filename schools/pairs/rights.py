"""Whose documents somebody may change: the office's editors all, others their own and those of their pages."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from schools.pairs.models import DocumentPair, VideoPair

Keeper = Callable[[Any, Any], bool]

_keepers: dict[str, Keeper] = {}


def register_keeper(name: str, check: Keeper) -> None:
    """`check(user, pair)`: whether the person edits a page that shows this pair. Registering again replaces."""
    _keepers[name] = check


def may_change(user: Any, pair: DocumentPair | VideoPair) -> bool:
    """Whoever may delete documents keeps all of them; whoever may only change them, those in their own care."""
    model = pair._meta.model_name
    if user.has_perm(f"pairs.delete_{model}"):
        return True
    in_their_care = pair.created_by_id == user.pk or any(check(user, pair) for check in _keepers.values())
    return user.has_perm(f"pairs.change_{model}") and in_their_care


def listed_for(user: Any, pairs: QuerySet) -> QuerySet:
    """Documents whose titles the person may read in a list: of the private ones, those that they made themselves."""
    if user.has_perm("pairs.delete_documentpair"):
        return pairs
    return pairs.filter(Q(is_private=False) | Q(created_by=user))


class PairPermissionPolicy(ModelPermissionPolicy):
    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if not self.user_has_permission(user, action):
            return False
        return action != "change" or may_change(user, instance)
