from django.urls import path
from django.utils.translation import gettext_lazy as _

from schools.asking.desk.acts import act
from schools.asking.desk.counter import counter
from schools.asking.desk.detail import detail, hand_over, take_back, write_note
from schools.asking.desk.guide import guide
from schools.asking.desk.lists import desk
from schools.asking.desk.report import export, report
from schools.asking.desk.resources import mail, own, remove, resources
from schools.asking.public.asking import AskView
from schools.asking.public.resources import resource_list

urlpatterns = [
    path(_("ask/"), AskView.as_view(), name="ask"),
    path(_("list/<slug:secret>/"), resource_list, name="resource_list"),
    path("desk/", desk, name="desk"),
    path("desk/new/", counter, name="desk_counter"),
    path("desk/guide/", guide, name="desk_guide"),
    path("desk/report/", report, name="desk_report"),
    path("desk/requests.<slug:form>", export, name="desk_export"),
    path("desk/<slug:reference>/", detail, name="desk_request"),
    path("desk/<slug:reference>/note/", write_note, name="desk_note"),
    path("desk/<slug:reference>/undo/", take_back, name="desk_undo"),
    path("desk/<slug:reference>/give/", hand_over, name="desk_give"),
    path("desk/<slug:reference>/list/", resources, name="desk_list"),
    path("desk/<slug:reference>/list/own/", own, name="desk_list_own"),
    path("desk/<slug:reference>/list/remove/", remove, name="desk_list_remove"),
    path("desk/<slug:reference>/list/mail/", mail, name="desk_list_mail"),
    path("desk/<slug:reference>/<slug:name>/", act, name="desk_act"),
]
