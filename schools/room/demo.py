"""The demo's trainings, team meetings and ideas, from `schools/data/demo/room.toml`."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from schools.demo import Data, read
from schools.models import Appointment, Person
from schools.room.models import Idea, TeamMeeting, Training, TrainingTaken

FOUR_O_CLOCK = time(16)


def load_room(today: date) -> None:
    """Load what an empty room lacks; the people come from the schools' demo."""
    data = read("room.toml")
    if not Training.objects.exists():
        people = list(Person.objects.filter(appointments__in=Appointment.objects.on(today)).distinct())
        for row in data["trainings"]:
            _training(row, people, today)
    if not TeamMeeting.objects.exists():
        TeamMeeting.objects.bulk_create(_meeting(row, today) for row in data["meetings"])
    if not Idea.objects.exists():
        Idea.objects.bulk_create(_idea(row) for row in data["ideas"])


def _training(data: Data, people: list[Person], today: date) -> None:
    training = Training(
        name=data["name"], about=data.get("about", {}), hours=data["hours"], required=data.get("required", False)
    )
    training.taken = [
        TrainingTaken(person=people[row["person"]], on=today + timedelta(days=row["days"]), hours=row["hours"])
        for row in data["taken"]
        if row["person"] < len(people)
    ]
    training.save()


def _meeting(data: Data, today: date) -> TeamMeeting:
    day = today + timedelta(days=data["days"])
    starts_at = timezone.make_aware(datetime.combine(day, FOUR_O_CLOCK))
    return TeamMeeting(name=data["name"], starts_at=starts_at, where=data["where"], notes=data["notes"])


def _idea(data: Data) -> Idea:
    return Idea(
        text=data["text"],
        language=data["language"],
        raised_by=data["by"],
        state=data["state"],
        outcome=data.get("outcome", ""),
    )
