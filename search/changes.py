"""What features call when something a reader may find has changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection, transaction

from search.tasks import reindex

AT_ONCE = 500  # Ids in one task.


@dataclass
class _Commit:
    """Everything changed in one transaction; each thing is indexed once, however often it was touched."""

    ids: dict[str, set[str]] = field(default_factory=dict)
    done: bool = False

    def __call__(self) -> None:
        self.done = True
        for kind, ids in self.ids.items():
            ordered = sorted(ids)
            for start in range(0, len(ordered), AT_ONCE):
                reindex.enqueue(kind, ordered[start : start + AT_ONCE])


def changed(kind: str, ids: Iterable[object]) -> None:
    """Index these things again after the transaction commits; those no longer public leave the index."""
    found = {str(each) for each in ids if each is not None}
    if not found:
        return
    commit = _waiting() or _Commit()
    is_new = not commit.ids
    commit.ids.setdefault(kind, set()).update(found)
    if is_new:
        transaction.on_commit(commit)


def _waiting() -> _Commit | None:
    """The commit already waiting in this very transaction or savepoint, whose rollback would take both along."""
    savepoints = set(connection.savepoint_ids)
    for waiting in connection.run_on_commit:
        commit = waiting[1]
        if isinstance(commit, _Commit) and not commit.done and waiting[0] == savepoints:
            return commit
    return None
