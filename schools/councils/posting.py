"""The moment when an agenda is first public is written down once, whichever act made it so."""

from typing import Any

from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.signals import page_published

from schools.councils.models import AgendaPosting, MeetingPage
from schools.pairs.models import DocumentPair, PairedFile


def note_agendas(meetings: Any) -> None:
    """For those that are live with an agenda anybody can open."""
    public = meetings.filter(live=True, agenda__is_private=False, posting=None)
    shown = public.filter(agenda__halves__in=PairedFile.objects.there()).order_by().values_list("pk", flat=True)
    for meeting in set(shown):
        AgendaPosting.objects.get_or_create(meeting_id=meeting, defaults={"posted_at": timezone.now()})


def watch_agendas() -> None:
    page_published.connect(_meeting_published, sender=MeetingPage, dispatch_uid="councils.agenda")
    post_save.connect(_file_saved, sender=PairedFile, dispatch_uid="councils.agenda")
    post_save.connect(_pair_saved, sender=DocumentPair, dispatch_uid="councils.agenda")


def _meeting_published(instance: MeetingPage, **_kwargs: Any) -> None:
    note_agendas(MeetingPage.objects.facts().filter(translation_key=instance.translation_key))


def _file_saved(instance: PairedFile, **_kwargs: Any) -> None:
    note_agendas(MeetingPage.objects.facts().filter(agenda_id=instance.pair_id))


def _pair_saved(instance: DocumentPair, **_kwargs: Any) -> None:
    note_agendas(MeetingPage.objects.facts().filter(agenda_id=instance.pk))
