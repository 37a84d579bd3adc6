from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from schools.topics.models import FocusArea


class FocusAreaViewSet(SnippetViewSet):
    model = FocusArea
    icon = "tag"
    menu_order = 400
    add_to_settings_menu = True
    list_display = ["__str__", "code", "order"]


register_snippet(FocusAreaViewSet)
