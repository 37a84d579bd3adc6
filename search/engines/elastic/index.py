"""Which index answers. Its name carries what it looks like; readers know an alias, which moves in one step.

Every index under construction gets each change too, through an alias of its own: a write to an index that somebody
has removed then fails, instead of making an empty one by the way.
"""

import re
import time

from django.conf import settings
from elasticsearch import Elasticsearch, NotFoundError

from search.engines.elastic.mapping import SETTINGS, fingerprint, mapping

_WRITE = "-write"


def alias() -> str:
    """The readers' name of the index."""
    return f"{settings.ELASTICSEARCH_INDEX}-{fingerprint()}"


def write_alias(name: str) -> str:
    return f"{name}{_WRITE}"


def create(client: Elasticsearch) -> str:
    """A new, empty index that nobody reads yet."""
    name = f"{alias()}-{time.time_ns()}"
    client.indices.create(index=name, settings=SETTINGS, mappings=mapping(), aliases={write_alias(name): {}})
    return name


def show(client: Elasticsearch, name: str) -> None:
    """From now on readers find in this one; there is no moment in between. All other indexes of ours go."""
    actions = [{"remove": {"index": each, "alias": alias()}} for each in shown(client) if each != name]
    client.indices.update_aliases(actions=[*actions, {"add": {"index": name, "alias": alias()}}])
    for each in ours(client):
        if each != name:
            remove(client, each)


def shown(client: Elasticsearch) -> list[str]:
    """The index the readers' alias stands for; none before the first is filled."""
    try:
        return list(client.indices.get_alias(name=alias()))
    except NotFoundError:
        return []


def written(client: Elasticsearch) -> list[str]:
    """Every index that has to hear of a change."""
    try:
        return sorted(client.indices.get_alias(index=f"{alias()}-*", name=f"*{_WRITE}"))
    except NotFoundError:
        return []


def remove(client: Elasticsearch, name: str) -> None:
    client.indices.delete(index=name, ignore_unavailable=True)


def ours(client: Elasticsearch) -> list[str]:
    """Of any version of the program, but not those of another site whose prefix begins like ours."""
    prefix = settings.ELASTICSEARCH_INDEX
    name = re.compile(rf"{re.escape(prefix)}-[0-9a-f]{{8}}-\d+")
    return [each for each in client.indices.get(index=f"{prefix}-*") if name.fullmatch(each)]
