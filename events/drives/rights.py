"""Who runs a drive: whoever may edit its page. Tree rights of pages hold for all that belongs to it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.permission_policies.pages import PagePermissionPolicy

from events.drives.models import DrivePage, Pledge

View = Callable[..., HttpResponse]


def drives_in_care_of(user: Any) -> Any:
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return DrivePage.objects.facts().filter(pk__in=pages.order_by().values("pk"))


def runs_any(user: Any) -> bool:
    return bool(drives_in_care_of(user).exists())


def drive_for(user: Any, pk: int) -> DrivePage:
    """The same answer for a drive of another school and for one that never was."""
    found = drives_in_care_of(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def pledge_for(drive: DrivePage, pk: int) -> Pledge:
    found = Pledge.objects.select_related("stand__drive", "entered_by").filter(stand__drive=drive, pk=pk).first()
    if found is None:
        raise Http404
    return found


def running_it(view: View) -> View:
    """`view` is given the drive instead of its number. Names of helpers: kept by no cache, in no report of an error."""

    @wraps(view)
    def guarded(request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, drive_for(request.user, pk), *args, **kwargs)

    return never_cache(sensitive_post_parameters()(guarded))
