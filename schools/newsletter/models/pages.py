"""The newsletter as pages: its archive, and each issue in every language."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.query import PageQuerySet
from wagtail.search import index

from core.alternates import set_alternates
from core.blocks import body_field
from core.models import FactsPage, SitePage
from core.pagination import paginate
from core.panels import FactsPageForm, words
from schools.calendar import today

PER_PAGE = 24


class NewsletterIndexPage(RoutablePageMixin, SitePage):
    """All issues, newest first."""

    template = "schools/newsletter/newsletter_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["newsletter.NewsletterIssuePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("newsletter")
        verbose_name_plural = _("newsletters")

    def issues(self) -> PageQuerySet:
        issues = NewsletterIssuePage.objects.child_of(self).live().public()
        return issues.order_by("-issued_on", "-first_published_at")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # The mixin answers without asking the page, which says there where its translations are.
        set_alternates(request, self.alternate_paths())
        return super().serve(request, *args, **kwargs)

    @path("feed/")
    def feed(self, request: HttpRequest) -> HttpResponse:
        return import_string("schools.newsletter.public.feeds.issues_feed")(request, index=self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        pages = paginate(request, self.issues(), per_page=PER_PAGE)
        return super().get_context(request, *args, **kwargs) | {"pages": pages, "issues": pages.items}


class NewsletterIssuePage(FactsPage):
    """One issue. Its mail carries the same words, and leads to its page."""

    issued_on = models.DateField(_("date"), default=today)
    school = models.ForeignKey(
        "schools.SchoolPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("school"),
        help_text=_("Empty: for the whole district. Else it goes to those alone who asked for this school's."),
    )
    body = body_field()

    word_names = ("body",)
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList([FieldPanel("issued_on"), FieldPanel("school")], heading=_("Facts, the same in every language")),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    template = "schools/newsletter/newsletter_issue_page.html"
    parent_page_types = ["newsletter.NewsletterIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """A page of another language takes the date along, so that one query sorts the archive of a language."""
        if not self.is_source:
            self.issued_on = self.facts.issued_on
        return super().save(*args, **kwargs)

    def written_in(self, language: str) -> "NewsletterIssuePage | None":
        """The live page in a language, if somebody wrote it in that language."""
        same = NewsletterIssuePage.objects.live().public().filter(translation_key=self.translation_key, alias_of=None)
        return same.filter(locale__language_code=language).first()
