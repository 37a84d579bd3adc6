"""Who may open a private document. Features that own documents say whom they belong to; pairs know none of them."""

from collections.abc import Callable
from typing import Any

from schools.pairs.models import DocumentPair
from schools.pairs.rights import may_change

Check = Callable[[Any, DocumentPair], bool]

_checks: dict[str, Check] = {}


def register_private_audience(name: str, check: Check) -> None:
    """`check(user, pair)`: whether this signed-in person belongs to those it is for. Registering again replaces."""
    _checks[name] = check


def may_open(user: Any, pair: DocumentPair) -> bool:
    if not pair.is_private:
        return True
    if not user.is_authenticated or not user.is_active:
        return False
    return may_change(user, pair) or any(check(user, pair) for check in _checks.values())
