"""The office's side of the ambassadors' room."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.panels import row
from schools.room import papers  # noqa: F401  its hook registers itself, as all do from here
from schools.room.models import Idea, TeamMeeting, Training

TAKEN = [row("person", "on"), FieldPanel("hours", heading=_("How many hours it took"))]


class TrainingViewSet(SnippetViewSet):
    model = Training
    icon = "openquote"
    list_display = ["__str__", "hours", "required"]
    panels = [
        FieldPanel("name"),
        FieldPanel("about"),
        FieldPanel("hours", heading=_("Hours of training")),
        FieldPanel("required"),
        InlinePanel("taken", TAKEN, heading=_("Who took it"), label=_("person")),
    ]


class TeamMeetingViewSet(SnippetViewSet):
    model = TeamMeeting
    icon = "group"
    list_display = ["__str__", "starts_at"]
    panels = [FieldPanel("name"), FieldPanel("starts_at"), FieldPanel("where"), FieldPanel("notes")]


class IdeaViewSet(SnippetViewSet):
    """Only words are corrected here: ideas are raised and moved on the board."""

    model = Idea
    icon = "help"
    list_display = ["__str__", "state", "raised_by", "raised_at"]
    panels = [FieldPanel("text"), FieldPanel("language"), FieldPanel("raised_by"), FieldPanel("outcome")]


class RoomGroup(SnippetViewSetGroup):
    items = (TrainingViewSet, TeamMeetingViewSet, IdeaViewSet)
    menu_label = _("Ambassadors' room")
    menu_icon = "group"
    menu_order = 220
    add_to_admin_menu = True


register_snippet(RoomGroup)
