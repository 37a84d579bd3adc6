"""Work done after the reader has got an answer."""

from django_tasks import task

from search import indexer


@task()
def reindex(kind: str, ids: list[str]) -> None:
    indexer.index(kind, ids)
