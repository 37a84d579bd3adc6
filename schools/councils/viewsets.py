"""The list of those who want to join a council."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import (
    CopyView,
    DeleteView,
    EditView,
    HistoryView,
    InspectView,
    SnippetViewSet,
    UsageView,
)

from core.panels import row
from schools.councils.joining import note_state
from schools.councils.models import JoinInterest
from schools.councils.rights import InterestPermissionPolicy, interests_in_care_of
from schools.menu import FAMILIES


class InOneCare:
    """No address of one wish opens for the editors of another school."""

    request: HttpRequest

    def get_object(self, *args: Any, **kwargs: Any) -> JoinInterest:
        interest = super().get_object(*args, **kwargs)  # type: ignore[misc]  # a mixin: the view has it
        if not interests_in_care_of(self.request.user).filter(pk=interest.pk).exists():
            raise PermissionDenied
        return interest


class InterestEditView(InOneCare, EditView):
    def save_instance(self) -> Any:
        note_state(self.form.instance)
        return super().save_instance()


class InterestDeleteView(InOneCare, DeleteView):
    pass


class InterestHistoryView(InOneCare, HistoryView):
    pass


class InterestUsageView(InOneCare, UsageView):
    pass


class InterestInspectView(InOneCare, InspectView):
    pass


class InterestCopyView(InOneCare, CopyView):
    pass


class JoinInterestViewSet(SnippetViewSet):
    model = JoinInterest
    icon = "group"
    menu_label = _("Wishes to join")
    menu_order = 50
    menu_hook = FAMILIES
    copy_view_enabled = False
    inspect_view_enabled = False
    edit_view_class = InterestEditView
    delete_view_class = InterestDeleteView
    history_view_class = InterestHistoryView
    usage_view_class = InterestUsageView
    inspect_view_class = InterestInspectView
    copy_view_class = InterestCopyView
    list_display = ["reference", "council", "name", "language", "state", "received_at"]
    list_filter = ["state", "language"]
    list_export = ["reference", "council", "state", "received_at"]  # A file travels: nobody can be found in it.
    export_filename = "wishes-to-join"
    search_fields = ["reference", "name"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("council", read_only=True),
            FieldPanel("received_at", read_only=True),
            row("name", "reach"),
            FieldPanel("language"),
            FieldPanel("why"),
            FieldPanel("state"),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return interests_in_care_of(request.user)


register_permission_policy(JoinInterest, InterestPermissionPolicy(JoinInterest))
