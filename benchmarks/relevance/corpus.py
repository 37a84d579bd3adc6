"""The listings that are searched, and what each is worth as an answer to a query."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.management import call_command

from benchmarks.filling import fill
from benchmarks.relevance.judged import Judged
from directory.models import Attribute, Service

EXACTLY = 3


@dataclass(frozen=True)
class Corpus:
    """`keys` names the services of the demo by id; without them a listing is right when it answers the need."""

    size: int
    keys: Mapping[str, str]
    by_need: Mapping[str, frozenset[str]]

    def grades(self, query: Judged) -> dict[str, int]:
        """By id; empty when this corpus cannot tell."""
        if self.keys:
            return {key: query.grades[slug] for key, slug in self.keys.items() if slug in query.grades}
        return {key: EXACTLY for need in query.needs for key in self.by_need.get(need, ())}


def make_demo() -> Corpus:
    for command in ("compile_catalogues", "migrate"):
        call_command(command, verbosity=0)
    call_command("load_demo", verbosity=0)
    call_command("load_thesaurus", verbosity=0)
    call_command("search", "rebuild", verbosity=0)
    services = dict(Service.objects.public().values_list("pk", "slug"))
    return Corpus(len(services), {str(pk): slug for pk, slug in services.items()}, {})


def make_generated(services: int) -> Corpus:
    fill(services)
    by_need: defaultdict[str, set[str]] = defaultdict(set)
    rows = Attribute.objects.filter(service__in=Service.objects.public(), taxonomy_term__isnull=False)
    for service, code in rows.values_list("service_id", "taxonomy_term__code"):
        by_need[code].add(str(service))
    return Corpus(services, {}, {code: frozenset(found) for code, found in by_need.items()})
