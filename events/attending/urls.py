from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.attending.desk.acts import act
from events.attending.desk.check_in import check_in_page, tap
from events.attending.desk.dates import dates
from events.attending.desk.entering import enter, slip
from events.attending.desk.roster import export, roster

urlpatterns = [
    path(_("event-desk/"), dates, name="event_desk"),
    path(_("event-desk/<int:pk>/"), roster, name="event_roster"),
    path(_("event-desk/<int:pk>/roster.<slug:form>"), export, name="event_roster_file"),
    path(_("event-desk/<int:pk>/check-in/"), check_in_page, name="event_check_in"),
    path(_("event-desk/<int:pk>/check-in/tap/"), tap, name="event_tap"),
    path(_("event-desk/shift/<int:pk>/enter/"), enter, name="event_enter"),
    path(_("event-desk/sign-up/<int:pk>/slip/"), slip, name="event_slip"),
    path(_("event-desk/sign-up/<int:pk>/<slug:name>/"), act, name="event_act"),
]
