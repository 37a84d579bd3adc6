from django.urls import path
from django.utils.translation import gettext_lazy as _

from partners.desk import home, listing, looking, proposals
from partners.desk.guide import guide
from partners.sheets import views as sheets

urlpatterns = [
    path("", home.desk, name="partner_desk"),
    path(_("guide/"), guide, name="partner_guide"),
    path(_("table/"), sheets.sheet, name="partner_sheet"),
    path(_("table/listings.<slug:form>"), sheets.sheet_file, name="partner_sheet_file"),
    path(_("table/apply/"), sheets.apply_sheet, name="partner_sheet_line"),
    path(_("table/undo/"), sheets.undo_sheet, name="partner_sheet_undo"),
    path(_("still-correct/"), home.still_correct, name="partner_still_correct"),
    path(_("still-correct/back/"), home.not_correct_after_all, name="partner_not_correct"),
    path(_("proposals/<slug:reference>/"), proposals.proposal, name="partner_proposal"),
    path(_("proposals/<slug:reference>/withdraw/"), proposals.withdraw, name="partner_withdraw"),
    path(_("today/<uuid:pk>/"), home.without_waiting, name="partner_at_once"),
    path(_("today/<uuid:pk>/as-always/"), home.as_always, name="partner_as_always"),
    path("<slug:kind>/<uuid:pk>/", listing.edit, name="partner_listing"),
    path(_("<slug:kind>/<uuid:pk>/week/"), looking.coming_week, name="partner_week"),
    path(_("<slug:kind>/<uuid:pk>/throw-away/"), listing.throw_draft_away, name="partner_throw_away"),
]
