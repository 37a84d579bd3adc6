"""The acts around ideas and concerns: they are received, and go from hand to hand. Nobody else sets a status."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Site

from core.locales import source_language
from core.mail import post
from core.models import District
from schools.calendar import today
from schools.councils.models import CouncilPage
from schools.ideas.models import Idea
from schools.models import SchoolPage
from schools.references import new_reference


@transaction.atomic
def receive(
    *, kind: str, school: SchoolPage | None, words: str, way: str, language: str, council: CouncilPage | None = None
) -> Idea:
    """Store it; a concern is told to the office at once, with a link and nothing of what it says."""
    idea = Idea.objects.create(
        reference=new_reference(Idea, "V"),
        kind=kind,
        school=school,
        council=council,
        words=words,
        way=way,
        language=language,
    )
    if kind == Idea.Kind.CONCERN and (to := _office_address()):
        link = settings.PUBLIC_URL + reverse("ideas_idea", args=[idea.pk])
        post("concern_came", to, source_language(), f"{key_prefix(idea)}office", {"link": link})
    return idea


@transaction.atomic
def move(idea: Idea, status: str) -> Idea:
    """Raises ValidationError where it cannot go there, or somebody else was quicker."""
    idea = Idea.objects.select_for_update().get(pk=idea.pk)
    if status not in Idea.MOVES[idea.status]:
        raise ValidationError(_("This was changed meanwhile. Look at it once more."))
    idea.status, idea.changed_on = status, today()
    idea.save(update_fields=["status", "changed_on"])
    return idea


def key_prefix(idea: Idea) -> str:
    return f"idea:{idea.pk}:"


def _office_address() -> str:
    site = Site.objects.filter(is_default_site=True).first()
    return District.for_site(site).email if site else ""
