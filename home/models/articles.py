from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.blocks import body_field
from core.models import SitePage
from core.pagination import paginate


class ArticleIndexPage(SitePage):
    """The guides of a language."""

    subpage_types = ["home.ArticlePage"]
    parent_page_types = ["home.HomePage"]

    class Meta:
        verbose_name = _("list of guides")
        verbose_name_plural = _("lists of guides")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.child_of(self).live().select_related("locale", "alias_of__locale")
        context["pages"] = paginate(request, articles.order_by("title"))
        return context


class ArticlePage(SitePage):
    """A guide: what to do, step by step, on one page."""

    body = body_field()
    checked_on = models.DateField(
        _("last checked on"), null=True, blank=True, help_text=_("The day somebody last read it through.")
    )

    content_panels = [*SitePage.content_panels, FieldPanel("body"), FieldPanel("checked_on")]
    search_fields = [*SitePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    parent_page_types = ["home.ArticleIndexPage", "home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")
