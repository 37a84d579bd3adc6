from django.urls import path
from django.utils.translation import gettext_lazy as _

from schools.room import views

urlpatterns = [
    path("", views.times, name="room_times"),
    path(_("times/<int:pk>/"), views.change_times, name="room_change_times"),
    path(_("trainings/"), views.trainings, name="room_trainings"),
    path(_("meetings/"), views.meetings, name="room_meetings"),
    path(_("meetings/<int:pk>/"), views.meeting, name="room_meeting"),
    path(_("ideas/"), views.idea_board, name="room_ideas"),
    path(_("ideas/<int:pk>/"), views.move_idea, name="room_move_idea"),
]
