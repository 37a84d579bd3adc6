"""Closed for a while, no places this week: public at once, told to the office, and over by itself."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, override

from core.clock import day_and_year_in_words
from core.locales import source_language, target_languages
from directory.models import Service
from directory.models.services import ServiceStatus
from partners.applying import publish_changes
from partners.models import AtOnce
from partners.values import Values, value_in, values_of


@transaction.atomic
def say(service_id: Any, what: str, until: date | None, *, by: Any) -> AtOnce:
    """Raises ValidationError for a day that is over."""
    if until is not None and until <= timezone.localdate():
        raise ValidationError(gettext("Choose a day to come."))
    service = _locked(service_id)
    end(service, by=by)
    before, said = values_of(_locked(service_id)), _words(what, until)
    _publish(service, said, by)
    was = {path: value_in(before, path) for path in said}
    return AtOnce.objects.create(service=service, what=what, until=until, by=by, said=said, was=was)


@transaction.atomic
def end(service: Service, *, by: Any) -> bool:
    """As it was before, unless somebody has written something else since."""
    told = AtOnce.objects.select_for_update().filter(service=service, ended_at=None).first()
    if told is None:
        return False
    now = values_of(_locked(service.pk))
    back = {path: told.was[path] for path, value in told.said.items() if value_in(now, path) == value}
    if back:
        _publish(_locked(service.pk), back, by)
    told.ended_at = timezone.now()
    told.save(update_fields=["ended_at"])
    return True


def end_what_is_over() -> None:
    """A step of `tick`."""
    for told in AtOnce.objects.filter(ended_at=None, until__lte=timezone.localdate()).select_related("service"):
        end(told.service, by=None)


def now_said(service: Service) -> AtOnce | None:
    return AtOnce.objects.filter(service=service, ended_at=None).first()


def _locked(service_id: Any) -> Service:
    found: Service = Service.objects.select_for_update(of=("self",)).get(pk=service_id)
    return found


def _words(what: str, until: date | None) -> Values:
    if what == AtOnce.What.CLOSED:
        closed = str(ServiceStatus.TEMPORARILY_CLOSED.value)
        return {"status": closed, "closed_until": until.isoformat() if until else ""}
    if until is None:
        raise ValidationError(gettext("Say until when. You can say it again then."))
    words = {"alert": _full(until, source_language())}
    words |= {f"alert@{language}": _full(until, language) for language in target_languages()}
    return {**words, "alert_until": until.isoformat()}


def _full(until: date, language: str) -> str:
    with override(language):
        return gettext("No places until %(day)s.") % {"day": day_and_year_in_words(until)}


def _publish(service: Service, values: Values, by: Any) -> None:
    publish_changes(service, values, by=by, approved_by=None, note={"why": "said at once", "by": str(by or "")})
