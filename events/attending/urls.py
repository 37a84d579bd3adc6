from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.attending.desk.acts import record_check, sign_up_act
from events.attending.desk.entering import enter, slip, walk_ins
from events.attending.desk.guide import guide
from events.attending.desk.lists import event_desk
from events.attending.desk.phone import check_in, scan, send_tap
from events.attending.desk.roster import event_date, export, sheet
from events.attending.desk.statement import statement
from events.attending.report import hours_at_the_desk

urlpatterns = [
    path(_("event-desk/"), event_desk, name="event_desk"),
    path(_("event-desk/tap/"), send_tap, name="event_tap"),
    path(_("event-desk/code/<str:token>/"), scan, name="event_scan"),
    path(_("event-desk/guide/"), guide, name="event_guide"),
    path(_("event-desk/hours/"), hours_at_the_desk, name="event_report"),
    path(_("event-desk/hours/<int:pk>/"), statement, name="event_hours"),
    path(_("event-desk/enter/<int:shift_date>/"), enter, name="event_enter"),
    path(_("event-desk/name/<int:pk>/slip/"), slip, name="event_slip"),
    path(_("event-desk/name/<int:pk>/check/"), record_check, name="event_check"),
    path(_("event-desk/name/<int:pk>/<slug:name>/"), sign_up_act, name="event_act"),
    path(_("event-desk/<int:pk>/"), event_date, name="event_date"),
    path(_("event-desk/<int:pk>/sheet/"), sheet, name="event_sheet"),
    path(_("event-desk/<int:pk>/people.<slug:form>"), export, name="event_people"),
    path(_("event-desk/<int:pk>/check-in/"), check_in, name="event_check_in"),
    path(_("event-desk/<int:pk>/walk-in/"), walk_ins, name="event_walk_in"),
]
