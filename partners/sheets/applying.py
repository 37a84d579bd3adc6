"""A sheet that was looked through is done as it was shown, or not at all; and taken back as exactly."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.locales import source_language, source_locale_id
from directory.models import Phone, Service
from partners.applying import publish_changes
from partners.models import MODELS, Proposal, State, Upload, Way
from partners.proposing import Sender, send
from partners.sheets.checking import Status
from partners.values import is_row, language_of, value_in, values_of


@transaction.atomic
def apply(upload_id: int, *, by: Any, owner: Any = None) -> Upload:
    """`owner` is the organization that new services of a partner belong to.

    Raises ValidationError where a listing has changed since it was looked through: nothing at all is done then.
    """
    upload = Upload.objects.select_for_update().get(pk=upload_id)
    if upload.state != Upload.State.CHECKED:
        raise ValidationError(_("This was done already."))
    todo = [line for line in upload.lines if line["status"] in (Status.UPDATE, Status.CREATE)]
    if not todo:
        raise ValidationError(_("Nothing in this table changes anything."))
    moved = [line["name"] for line in todo if line["status"] == Status.UPDATE and not _is_as_shown(line)]
    if moved:
        sentence = _("These have changed since the table was looked through: %(names)s. Please send it again.")
        raise ValidationError(sentence % {"names": ", ".join(moved)})
    for line in todo:
        line["done"] = _create(line, by, owner) if line["status"] == Status.CREATE else _update(line, by, upload)
    upload.state, upload.done_at = Upload.State.APPLIED, timezone.now()
    upload.save(update_fields=["lines", "state", "done_at"])
    return upload


def _listing(line: dict[str, Any]) -> Any:
    return MODELS[line["kind"]].objects.facts().select_for_update(of=("self",)).filter(pk=line["listing_id"]).first()


def _is_as_shown(line: dict[str, Any]) -> bool:
    listing = _listing(line)
    if listing is None:
        return False
    now = values_of(listing)
    return all(value_in(now, path) == base for path, base in line["base"].items())


def _update(line: dict[str, Any], by: Any, upload: Upload) -> str:
    """What undoes it: the number of a proposal, or nothing more than what stands in the line."""
    listing = _listing(line)
    if upload.publishes:
        publish_changes(listing, line["changes"], by=by, approved_by=by, note={"why": upload.name, "sheet": upload.pk})
        return ""
    sender = Sender(by=by, language=get_language() or source_language(), note=upload.name, way=Way.SHEET)
    return send(listing, line["changes"], values_of(listing), sender).reference


def _create(line: dict[str, Any], by: Any, owner: Any) -> str:
    """A draft with the facts; its words in other languages wait for whoever publishes it."""
    service = Service(organization=owner, live=False, locale_id=source_locale_id())
    for path, value in line["changes"].items():
        if is_row(path):
            service.phones.add(Phone(number=value["number"]))
        elif not language_of(path):
            setattr(service, path, value)
    service.save()
    service.save_revision(user=by, clean=False)
    return str(service.pk)


@transaction.atomic
def undo(upload_id: int, *, by: Any) -> list[str]:
    """The names of listings that stay as they are, because somebody has changed or decided the same since."""
    upload = Upload.objects.select_for_update().get(pk=upload_id)
    if upload.state != Upload.State.APPLIED:
        raise ValidationError(_("There is nothing to take back."))
    kept = [line["name"] for line in upload.lines if "done" in line and not _undone(line, by, upload)]
    upload.state = Upload.State.UNDONE
    upload.save(update_fields=["state"])
    return kept


def _undone(line: dict[str, Any], by: Any, upload: Upload) -> bool:
    if line["status"] == Status.CREATE:
        return _removed(line["done"])
    if not upload.publishes:
        waiting = Proposal.objects.filter(reference=line["done"], state=State.WAITING)
        return bool(waiting.update(state=State.WITHDRAWN, decided_at=timezone.now(), decided_by=by))
    listing = _listing(line)
    if listing is None:
        return False
    now = values_of(listing)
    same = {path: value for path, value in line["changes"].items() if is_row(path) or value_in(now, path) == value}
    back = {path: None if is_row(path) else line["base"][path] for path in same}
    if back:
        publish_changes(listing, back, by=by, approved_by=by, note={"why": upload.name, "sheet": upload.pk})
    return len(same) == len(line["changes"])


def _removed(pk: str) -> bool:
    """A draft that somebody has published since is a listing like any other."""
    draft = Service.objects.filter(pk=pk, live=False, first_published_at=None).first()
    if draft is None:
        return False
    draft.delete()
    return True
