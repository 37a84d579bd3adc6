"""Whoever is appointed, leaves or learns a language changes how the school is found. Days that pass do at night."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from schools.documents import KIND
from schools.models import Appointment, Person
from search.changes import changed


@receiver([post_save, post_delete], sender=Appointment, dispatch_uid="schools.people_found")
def appointment_changed(instance: Appointment, **_kwargs: Any) -> None:
    changed(KIND, [instance.school.translation_key])


@receiver(post_save, sender=Person, dispatch_uid="schools.person_found")
def person_changed(instance: Person, **_kwargs: Any) -> None:
    changed(KIND, instance.appointments.values_list("school__translation_key", flat=True))
