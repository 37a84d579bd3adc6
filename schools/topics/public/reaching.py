"""Whom to call about a programme."""

from collections.abc import Collection, Mapping
from uuid import UUID

from schools.reaching import Reach
from schools.topics.models import ProgrammePage


def reach_of_programmes(keys: Collection[UUID], language: str) -> Mapping[UUID, Reach]:
    programmes = ProgrammePage.objects.facts().live().filter(translation_key__in=keys)
    return {programme.translation_key: Reach(programme.phone) for programme in programmes}
