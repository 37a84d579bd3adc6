"""What ideas and concerns add to the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.panels import row
from schools.ideas import desk
from schools.ideas.models import Heard
from schools.menu import FAMILIES


class HeardViewSet(SnippetViewSet):
    model = Heard
    icon = "openquote"
    menu_label = _("Heard and done")
    menu_order = 40
    menu_hook = FAMILIES
    list_display = ["__str__", "school", "council", "on", "is_public"]
    list_filter = ["is_public"]
    edit_handler = ObjectList(
        [row("school", "council"), *map(FieldPanel, ("theme", "heard", "did")), row("on", "is_public")]
    )


register_snippet(HeardViewSet)


@hooks.register("register_admin_urls")
def ideas_urls() -> list[URLPattern]:
    return [
        path("ideas/", desk.ideas_list, name="ideas_ideas"),
        path("ideas/table.<str:form>", desk.export, name="ideas_export"),
        path("ideas/<int:pk>/", desk.idea_page, name="ideas_idea"),
        path("ideas/<int:pk>/moved/", desk.move_idea, name="ideas_move"),
    ]


@hooks.register(FAMILIES)
def ideas_item() -> MenuItem:
    return desk.IdeasMenuItem(
        _("Ideas and concerns"), reverse("ideas_ideas"), name="ideas", icon_name="comment", order=30
    )


@hooks.register("register_permissions")
def ideas_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="ideas", content_type__model="idea")
