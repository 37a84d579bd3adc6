"""What partners add to the admin: the queue of what awaits a decision, and the people of partners."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus import MenuItem as ListingMenuItem

from directory.rights import may_edit_facts
from partners.merging import views as merging
from partners.models import MODELS
from partners.quality.report import quality
from partners.review import calls, history, outside, people, proposal, queue
from partners.review.panel import PartnersPanel
from partners.rights import decides
from partners.sheets import views as sheets


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    return [
        path("partners/", queue.queue, name="partners_queue"),
        path("partners/flood/", queue.let_in, name="partners_let_in"),
        path("partners/calls/", calls.calls, name="partners_calls"),
        path("partners/calls/<int:pk>/", calls.call, name="partners_call"),
        path("partners/history/<slug:kind>/<uuid:pk>/", history.history, name="partners_history"),
        path("partners/table/", sheets.whole_sheet, name="partners_sheet"),
        path("partners/table/listings.<slug:form>", sheets.whole_sheet_file, name="partners_sheet_file"),
        path("partners/table/<slug:act>/", sheets.whole_sheet_act, name="partners_sheet_act"),
        path("reports/listing-quality/", quality, name="partners_quality"),
        path("partners/merge/<slug:kind>/<uuid:pk>/", merging.choose, name="partners_merge"),
        path("partners/merge/<slug:kind>/<uuid:keep>/<uuid:away>/", merging.merge_two, name="partners_merge_two"),
        path("partners/merged/", merging.merged, name="partners_merged"),
        path("partners/merged/<int:pk>/part/", merging.part_again, name="partners_part"),
        path("partners/people/", people.people, name="partners_people"),
        path("partners/people/<int:pk>/end/", people.end, name="partners_end"),
        path("partners/proposals/<int:pk>/", proposal.proposal, name="partners_proposal"),
        path("partners/reports/<int:pk>/", outside.report, name="partners_report"),
        path("partners/claims/<int:pk>/", outside.claim, name="partners_claim"),
        path("partners/suggestions/<int:pk>/", outside.suggestion, name="partners_suggestion"),
    ]


class QueueMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return decides(request.user)


@hooks.register("register_admin_menu_item")
def queue_item() -> MenuItem:
    return QueueMenuItem(_("Partners write"), reverse("partners_queue"), name="partners", icon_name="group", order=206)


@hooks.register("register_snippet_listing_buttons")
def every_change(listing: Any, user: Any, next_url: str | None = None) -> list[ListingMenuItem]:
    kind = listing._meta.model_name
    if kind not in MODELS or not getattr(listing, "is_source", False) or not user.has_perm(f"directory.change_{kind}"):
        return []
    url = reverse("partners_history", args=[kind, listing.pk])
    buttons = [ListingMenuItem(_("Every change"), url, icon_name="history", priority=70)]
    if decides(user) and may_edit_facts(user, type(listing)):
        url = reverse("partners_merge", args=[kind, listing.pk])
        buttons.append(ListingMenuItem(_("Make one of two"), url, icon_name="copy", priority=75))
    return buttons


class QualityMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("directory.change_service"))


@hooks.register("register_reports_menu_item")
def quality_item() -> MenuItem:
    label = _("Quality of listings")
    return QualityMenuItem(label, reverse("partners_quality"), name="listing-quality", icon_name="list-ul", order=1110)


@hooks.register("construct_homepage_panels")
def panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.insert(0, PartnersPanel(request))
