"""Takes generated listings out again, whatever hangs on them, and nothing else."""

from django.db import connection, transaction
from django.db.models import CASCADE, SET_NULL, Model, QuerySet
from wagtail.signal_handlers import disable_reference_index_auto_update

from directory.models import Location, Organization, Service, ServiceAtLocation

LISTINGS = (Service, Location, Organization)


def generated(model: type[Model]) -> QuerySet:
    return model._default_manager.filter(extra__generated=True)


@transaction.atomic
def remove_generated() -> int:
    """Returns how many listings there were. One that an office's own service depends on is an error, never a loss."""
    removed = sum(generated(model).count() for model in LISTINGS)
    for model in LISTINGS:
        # What an editor opened and saved has revisions and references, which only the long way finds.
        for listing in generated(model).exclude(latest_revision=None):
            listing.delete()
    if connection.vendor == "postgresql":
        # Rows this young have no statistics yet, and nested deletions without them take hours.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    with disable_reference_index_auto_update():
        _remove(ServiceAtLocation._default_manager.filter(location__in=generated(Location).values("pk")))
        for model in LISTINGS:
            _remove(generated(model))
    return removed


def _remove(rows: QuerySet) -> None:
    """Children first, in bulk: Django's own cascade would load every row to send its signals."""
    for relation in rows.model._meta.related_objects:
        children = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": rows.values("pk")})
        if relation.on_delete is CASCADE:
            _remove(children)
        elif relation.on_delete is SET_NULL:
            children.update(**{relation.field.name: None})
    rows._raw_delete(rows.db)
