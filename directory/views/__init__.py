"""The public pages below a `DirectoryIndexPage`, which hands itself to them as the first argument."""

from directory.views.browse import index
from directory.views.records import record, record_of_kind

__all__ = ["index", "record", "record_of_kind"]
