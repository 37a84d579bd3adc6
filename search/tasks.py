"""Work done after the reader has got an answer."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from search import copy, indexer

# With `immediate` tasks nothing can be put off: then the next change or the next `tick` tries again.
TRY_AGAIN_AFTER = timedelta(seconds=15)
JUST_NOW = timedelta(seconds=10)  # What is noted since then may still be on its way.


@task()
def reindex(kind: str, ids: list[str]) -> None:
    somebody_is_trying = copy.is_behind(JUST_NOW)
    indexer.index(kind, ids)
    if copy.is_behind() and not copy.deliver() and not somebody_is_trying:
        _later()


@task()
def catch_up() -> None:
    """Until Elasticsearch has heard of everything."""
    if not copy.deliver():
        _later()


def _later() -> None:
    if catch_up.get_backend().supports_defer:
        catch_up.using(run_after=timezone.now() + TRY_AGAIN_AFTER).enqueue()
