"""Appointing people to schools: the acts of whoever coordinates the ambassadors. Others listen to what they change."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.dispatch import Signal

from schools.models import Appointment, Person, SchoolPage

# Sent after a term was ended or moved, with `appointment` (its end is set); who hands over open requests listens here.
appointment_ended = Signal()


@transaction.atomic
def appoint(person: Person, school: SchoolPage, *, role: str, starts_on: date, by: Any) -> Appointment:
    """Raises ValidationError when the person has the role there in that time already."""
    appointment = Appointment(person=person, school=school.facts, role=role, starts_on=starts_on, appointed_by=by)
    appointment.full_clean()
    appointment.save()
    return appointment


@transaction.atomic
def end(appointment: Appointment, *, on: date, why: str = "") -> Appointment:
    """`on` is the last day; a term that has not begun by then never was, and its end is its first day."""
    appointment.ends_on = max(on, appointment.starts_on)
    appointment.ending = why
    appointment.save(update_fields=["ends_on", "ending", "changed_at"])
    transaction.on_commit(lambda: appointment_ended.send(sender=Appointment, appointment=appointment))
    return appointment


@transaction.atomic
def transfer(appointment: Appointment, to: SchoolPage, *, on: date, by: Any) -> Appointment:
    """End the term on the day before and begin one at the other school; times at the old school stay there."""
    end(appointment, on=on - timedelta(days=1), why="transfer")
    return appoint(appointment.person, to, role=appointment.role, starts_on=on, by=by)
