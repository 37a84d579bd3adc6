"""Wagtail's snippet views ask for rights to a model only; ours ask for the row as well."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.views import View

from directory.rights import may_touch

# Whoever works on words needs to see what changed in the facts.
READ_ONLY = ("UsageView", "HistoryView", "RevisionsCompareView", "WorkflowHistoryView", "WorkflowHistoryDetailView")


class Guarded:
    """Denies a view of one row to whoever may not touch that row."""

    request: Any

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        row = super().get_object(*args, **kwargs)  # type: ignore[misc]  # every view this is mixed into has it
        if row is not None and not row._state.adding and not may_touch(self.request.user, row):
            raise PermissionDenied
        return row


def guarded(view_class: type[View]) -> type[View]:
    """The same view behind the guard, unless it only shows."""
    shows_only = any(ancestor.__name__ in READ_ONLY for ancestor in view_class.__mro__)
    if shows_only or not hasattr(view_class, "get_object"):
        return view_class
    return type(f"Guarded{view_class.__name__}", (Guarded, view_class), {})
