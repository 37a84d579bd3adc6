"""Forms of pages that own facts: whoever edits the page of another language sees its words alone."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel


class FactsPageForm(WagtailAdminPageForm):
    """Takes the facts out of the form of a page that does not own them; nothing sent for them is heard."""

    formsets: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if self.instance.is_source:
            return
        kept = {"slug", "title", "seo_title", "search_description", "show_in_menus", "comment_notifications"}
        kept |= {"go_live_at", "expire_at", "intro", *self.instance.word_names}
        for name in set(self.fields) - kept:
            del self.fields[name]
        for name in set(self.formsets) - {"comments"}:
            del self.formsets[name]


class FactRows(InlinePanel):
    """Child rows of the page that owns the facts; on the page of another language there is nothing to see."""

    class BoundPanel(InlinePanel.BoundPanel):
        def __init__(self, **kwargs: Any):
            form, panel = kwargs.get("form"), kwargs["panel"]
            self.absent = form is not None and panel.relation_name not in form.formsets
            if self.absent:
                Panel.BoundPanel.__init__(self, **kwargs)
            else:
                super().__init__(**kwargs)

        def is_shown(self) -> bool:
            return not self.absent and super().is_shown()


def row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


def group(heading: Any, *panels: Any, help_text: Any = "", collapsed: bool = False) -> MultiFieldPanel:
    children = [FieldPanel(panel) if isinstance(panel, str) else panel for panel in panels]
    return MultiFieldPanel(children, heading=heading, help_text=help_text, classname="collapsed" if collapsed else "")


def words(*names: str) -> MultiFieldPanel:
    """The words of a page, which every language has its own of."""
    return group(_("Words in this language"), *names)
