"""What the rest of the house must learn after rows were written past it: the admin's search, revisions, readers."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from directory.admin_search import index_for_admin
from directory.hsds.kinds import KINDS
from directory.hsds.problems import Place, Report
from search import indexer


def tell_the_house(stirred: Mapping[str, set[uuid.UUID]], report: Report) -> None:
    """Bring everything that remembers listings up to date; readers' search follows the commit."""
    for name, keys in stirred.items():
        index_for_admin(KINDS[name].model, keys)
        if KINDS[name].has_words:
            _renew_revisions(KINDS[name].model, keys, report)
    if any(stirred.values()):
        transaction.on_commit(_reindex)


def _reindex() -> None:
    indexer.rebuild()


def _renew_revisions(model: Any, keys: set[uuid.UUID], report: Report) -> None:
    """An editor opens the last revision: without a new one, saving would undo the import."""
    edited = model._base_manager.filter(latest_revision__isnull=False).values_list("pk", flat=True)
    for listing in model._base_manager.filter(pk__in=keys & set(edited)):
        if listing.has_unpublished_changes and listing.live:
            report.remark(Place(str(listing)), "", _("had unpublished changes; they are in its history now."))
        revision = listing.save_revision(clean=False)
        live = revision if listing.live else None
        model._base_manager.filter(pk=listing.pk).update(
            latest_revision=revision, live_revision=live, has_unpublished_changes=not listing.live
        )
