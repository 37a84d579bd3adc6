"""Two listings become one, and may be parted again."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.contrib.redirects.models import Redirect

from core.languages import words_of
from core.locales import source_language
from directory.models import Location
from directory.models.merged import Merged
from directory.public.directories import alternate_paths
from directory.redirects import keep_old_addresses
from partners.applying import publish_changes
from partners.comparing import GONE, row_in
from partners.merging.moving import move, move_back
from partners.merging.offered import offers, taken
from partners.models import MODELS
from partners.values import Content, Values, content_of, is_row, value_in, values_of


@transaction.atomic
def merge(keep: Any, away: Any, paths: Iterable[str], *, by: Any) -> Merged:
    """`away` leaves the public pages; its row stays, locked, so that nobody adds it again and the act can be undone.

    `paths` are those offers of `away` that the listing that stays takes over. Raises ValidationError.
    """
    keep, away = _locked(keep, away)
    _check(keep, away)
    allowed = {offer.path for offer in offers(keep, away)}
    changes, before = taken(away, allowed & set(paths)), values_of(keep)
    addresses, kept_addresses = _addresses(away), _addresses(keep)
    undo: dict[str, Any] = {
        "content": content_of(away),
        "live": [str(pk) for pk in _rows(away).filter(live=True).values_list("pk", flat=True)],
        "changes": changes,
        "before": {path: value_in(before, path) for path in changes if not is_row(path)},
    }
    undo["moved"] = move(away, keep, by=by)
    undo["tags"] = _tags(keep, away)
    if changes or undo["tags"]:
        note = {"why": _("merged with %(name)s") % {"name": away}}
        publish_changes(keep, changes or {"name": keep.name}, by=by, approved_by=by, note=note)
    _put_away(away, by)
    undo["led"] = _lead(addresses, kept_addresses)
    Merged.objects.filter(kept=away.pk).update(kept=keep.pk)
    kind = away._meta.model_name
    return Merged.objects.create(kind=kind, gone=away.pk, kept=keep.pk, name=str(away)[:255], by=by, undo=undo)


@transaction.atomic
def part(merged: Merged, *, by: Any) -> Any:
    """The listing that was merged stands by itself again. What was changed since stays as it was changed.

    Raises ValidationError where one of the two is not there any more.
    """
    merged = Merged.objects.select_for_update().get(pk=merged.pk)
    model, undo = MODELS[merged.kind], merged.undo
    keep, away = (model.objects.filter(pk=pk).first() for pk in (merged.kept, merged.gone))
    if keep is None or away is None:
        raise ValidationError(_("One of the two listings is not there any more."))
    content = _content_now(undo, keep)
    _give_back(keep, undo, by)
    away.locked, away.locked_by, away.locked_at = False, None, None
    away.save(update_fields=["locked", "locked_by", "locked_at"])
    _bring_back(away, content, undo, by)
    move_back(undo["moved"], keep, by=by)
    Redirect.objects.filter(pk__in=undo["led"]).delete()
    merged.delete()
    return away


def _locked(*listings: Any) -> list[Any]:
    model = type(listings[0])
    rows = model.objects.select_for_update(of=("self",)).order_by("pk").in_bulk([row.pk for row in listings])
    if len(rows) != len({row.pk for row in listings}):
        raise ValidationError(_("One of the two listings is not there any more."))
    return [rows[row.pk] for row in listings]


def _check(keep: Any, away: Any) -> None:
    if keep.pk == away.pk or type(keep) is not type(away):
        raise ValidationError(_("Choose two different listings of one kind."))
    if Merged.objects.filter(gone__in=[keep.pk, away.pk]).exists():
        raise ValidationError(_("One of the two was merged already."))
    if not keep.live:
        raise ValidationError(_("Families do not see the listing that would stay. Publish it, or keep the other."))


def _rows(listing: Any) -> Any:
    """The facts and the words in all languages."""
    return type(listing)._default_manager.filter(translation_key=listing.translation_key)


def _addresses(listing: Any) -> dict[str, str]:
    if isinstance(listing, Location) or not listing.live:
        return {}
    return alternate_paths(listing, words_of(listing, source_language()))


def _tags(keep: Any, away: Any) -> dict[str, list[Any]]:
    """What only the other was tagged with. In memory: publication writes it."""
    added = {}
    for field in type(keep)._meta.many_to_many:
        own = [row.pk for row in getattr(keep, field.name).all()]
        new = [row for row in getattr(away, field.name).all() if row.pk not in own]
        if new:
            getattr(keep, field.name).add(*new)
            added[field.name] = [row.pk for row in new]
    return added


def _put_away(away: Any, by: Any) -> None:
    for row in _rows(away):
        if row.live:
            row.unpublish(user=by)
    type(away).objects.filter(pk=away.pk).update(locked=True, locked_by=by, locked_at=timezone.now())


def _lead(old: dict[str, str], new: dict[str, str]) -> list[int]:
    keep_old_addresses(old, new)
    paths = [Redirect.normalise_path(path) for path in old.values()]
    return list(Redirect.objects.filter(old_path__in=paths).values_list("pk", flat=True))


def _content_now(undo: dict[str, Any], keep: Any) -> Content:
    """As it was, but with its rows as somebody has corrected them since, in the listing they had moved to."""
    content, now = dict(undo["content"]), content_of(keep)
    for relation in get_all_child_relations(type(keep)):
        name, own = relation.get_accessor_name(), relation.field.name
        rows = {row["pk"]: row for row in now.get(name, [])}
        moved = {path.partition("/")[2] for path in undo["changes"] if path.startswith(f"{name}/")}
        content[name] = [
            {**rows[row["pk"]], own: str(undo["content"]["pk"])} if row["pk"] in moved & rows.keys() else row
            for row in content.get(name, [])
        ]
    return content


def _give_back(keep: Any, undo: dict[str, Any], by: Any) -> None:
    now = values_of(keep)
    back: Values = {path: GONE for path in undo["changes"] if is_row(path) and row_in(now, path) is not GONE}
    for path, value in undo["before"].items():
        if value_in(now, path) == undo["changes"][path]:
            back[path] = value
    for name, keys in undo["tags"].items():
        getattr(keep, name).remove(*getattr(keep, name).filter(pk__in=keys))
    if back or undo["tags"]:
        publish_changes(keep, back or {"name": keep.name}, by=by, approved_by=by, note={"why": _("parted again")})


def _bring_back(away: Any, content: Content, undo: dict[str, Any], by: Any) -> None:
    if str(away.pk) not in undo["live"]:
        return
    revision = away.with_content_json(content).save_revision(user=by, clean=False)
    revision.publish(user=by)
    for row in _rows(away).filter(pk__in=undo["live"]).exclude(pk=away.pk):
        row.save_revision(user=by, clean=False).publish(user=by)
