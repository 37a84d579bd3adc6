"""The pages of the ambassadors' room."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.models import said
from schools.calendar import today
from schools.models import Appointment, Person
from schools.public.people import shown
from schools.room import ideas
from schools.room.entering import Member, for_members
from schools.room.forms import IdeaForm, TakenForm, TimesFormSet
from schools.room.models import Idea, TeamMeeting, Training, TrainingTaken


def drawn(request: HttpRequest, name: str, member: Member, /, **context: Any) -> HttpResponse:
    return render(request, f"schools/room/{name}.html", {"member": member, "room": name, **context})


def own_appointments(member: Member) -> Any:
    return Appointment.objects.of(member.account).on(today()).select_related("school", "person")


@for_members
def times(request: HttpRequest, member: Member) -> HttpResponse:
    """Where I am ambassador, and when families find me there."""
    appointments = own_appointments(member).prefetch_related("presences")
    language = get_language()
    own = [(each, each.school.in_language(language).title, shown([each], language)[0]) for each in appointments]
    return drawn(request, "times", member, own=own)


@for_members
def change_times(request: HttpRequest, member: Member, pk: int) -> HttpResponse:
    appointment = get_object_or_404(own_appointments(member), pk=pk)
    forms = TimesFormSet(request.POST or None, instance=appointment)
    if request.method == "POST" and forms.is_valid():
        forms.save()
        messages.success(request, _("Saved. Families see the new times now."))
        return redirect("room_times")
    return drawn(request, "change_times", member, appointment=appointment, forms=forms)


@for_members
def trainings(request: HttpRequest, member: Member) -> HttpResponse:
    form = TakenForm(request.POST or None, instance=TrainingTaken(person=member.person))
    if request.method == "POST":
        if member.person is None:
            raise Http404
        if form.is_valid():
            form.save()
            return redirect("room_trainings")
    taken = TrainingTaken.objects.filter(person=member.person) if member.person else TrainingTaken.objects.none()
    context = {
        "trainings": [_training(each, taken) for each in Training.objects.all()],
        "total": taken.aggregate(hours=Sum("hours"))["hours"] or 0,
        "everybody": _everybody() if member.leads else [],
        "form": form if member.person else None,
    }
    return drawn(request, "trainings", member, **context)


def _training(training: Training, taken: Any) -> dict[str, Any]:
    language = get_language()
    return {
        "name": said(training.name, language),
        "about": said(training.about, language),
        "hours": training.hours,
        "required": training.required,
        "taken": [each for each in taken if each.training_id == training.pk],
    }


def _everybody() -> Any:
    """People in office today with the hours of all they took, those with none first."""
    people = Person.objects.filter(appointments__in=Appointment.objects.on(today())).distinct()
    return sorted(people.annotate(hours=Sum("trainings__hours", default=0)), key=lambda person: person.hours)


@for_members
def meetings(request: HttpRequest, member: Member) -> HttpResponse:
    now = timezone.now()
    coming = TeamMeeting.objects.filter(starts_at__gte=now).order_by("starts_at")
    past = TeamMeeting.objects.filter(starts_at__lt=now)
    return drawn(request, "meetings", member, coming=_rows(coming), past=_rows(past))


def _rows(found: Iterable[TeamMeeting]) -> list[dict[str, Any]]:
    language = get_language()
    return [{"meeting": each, "name": said(each.name, language), "where": said(each.where, language)} for each in found]


@for_members
def meeting(request: HttpRequest, member: Member, pk: int) -> HttpResponse:
    found, language = get_object_or_404(TeamMeeting, pk=pk), get_language()
    words = {name: said(getattr(found, name), language) for name in ("name", "where", "notes")}
    return drawn(request, "meeting", member, meeting=found, **words)


@for_members
def idea_board(request: HttpRequest, member: Member) -> HttpResponse:
    form = IdeaForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        ideas.raise_idea(form.cleaned_data["text"], language=get_language(), by=member)
        return redirect("room_ideas")
    states = [(state, Idea.objects.filter(state=state)) for state in Idea.State]
    return drawn(request, "ideas", member, form=form, states=states, language=get_language())


@require_POST
@for_members
def move_idea(request: HttpRequest, member: Member, pk: int) -> HttpResponse:
    idea = get_object_or_404(Idea, pk=pk)
    if not member.leads:
        raise Http404
    try:
        ideas.move(idea.pk, to=request.POST.get("to", ""), outcome=request.POST.get("outcome", ""))
    except ideas.NotNow:
        messages.error(request, _("Nothing was changed: the idea has moved on, or the decision has no words yet."))
    return redirect("room_ideas")
