"""Values of a listing as people read them: which one it is, what it was, what it shall be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.dateparse import parse_date, parse_time
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations

from core.clock import day_and_year_in_words, time_in_words
from core.locales import source_language
from core.spoken import spoken_name
from directory.models.contact import PhoneType
from directory.models.services import Delivery, Group
from partners.comparing import Difference, Standing
from partners.deciding import standing
from partners.models import MODELS, Proposal
from partners.quality.readability import reading_of
from partners.values import is_row, language_of
from schools.pairs.models import DocumentPair
from schools.pairs.serving import file_url

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CHOICES = {"groups": Group.choices, "delivery": Delivery.choices, "type": PhoneType.choices}
CHOSEN = ("byday", "cost", "papers", "status", "type", "code")
SILENT = ("freq", "interval", "sort_order")


@dataclass(frozen=True)
class Line:
    """`current` stands apart from `base` only where somebody has changed it meanwhile."""

    path: str
    label: str
    language: str
    base: str
    current: str
    proposed: str
    standing: str
    raw: Any
    seen: Any
    can_edit: bool
    inner: tuple[tuple[str, str, str], ...] = ()  # Of a new row: name, label and text of what can be edited.
    advice: str = ""
    files: tuple[tuple[str, str], ...] = ()  # Language and address of what can be opened.
    verdict: str = ""
    published: str = ""
    reason: str = ""

    @property
    def is_conflict(self) -> bool:
        return self.standing == Standing.CONFLICT

    @property
    def is_done(self) -> bool:
        return self.standing == Standing.DONE


def lines_of(proposal: Proposal) -> list[Line]:
    """In the reader's language. Days and hours of one row stand as they were sent, one beside the other."""
    changes = {change.path: change for change in proposal.changes.all()}
    return [
        _line(proposal.kind, each, changes[each.path])
        for each in standing(proposal)
        if not each.path.endswith("/freq") or len(changes) == 1
    ]


def _line(kind: str, each: Difference, change: Any) -> Line:
    language = language_of(each.path)
    return Line(
        path=each.path,
        label=label_of(kind, each.path),
        language=language,
        base=in_words(kind, each.path, each.base),
        current=in_words(kind, each.path, each.current),
        proposed=in_words(kind, each.path, each.proposed),
        standing=str(each.standing),
        raw=each.proposed,
        seen=each.current,
        can_edit=isinstance(each.proposed, str) and _name(each.path) not in CHOSEN,
        inner=tuple(_inner(kind, each)) if is_row(each.path) else (),
        files=tuple(_files(each.proposed)),
        advice=_advice(kind, each, language or source_language()),
        verdict=change.get_verdict_display(),
        published=in_words(kind, each.path, change.published) if change.published is not None else "",
        reason=change.reason,
    )


def _inner(kind: str, each: Difference) -> Iterator[tuple[str, str, str]]:
    for name, value in (each.proposed or {}).items():
        if isinstance(value, str) and _name(name) not in (*CHOSEN, *SILENT) and not is_row(name):
            yield name, label_of(kind, f"{each.path}/{name}").partition(": ")[2], value


def _files(proposed: Any) -> Iterator[tuple[str, str]]:
    key = proposed.get("paper") if isinstance(proposed, dict) else None
    pair = DocumentPair.objects.whole().filter(pk=key).first() if key else None
    for half in pair.halves.all() if pair is not None else ():
        if half.is_there:
            yield half.language_name, file_url(half)


def _advice(kind: str, each: Difference, language: str) -> str:
    if not isinstance(each.proposed, str) or not is_words(kind, each.path):
        return ""
    reading = reading_of(each.proposed, language)
    return reading.in_words if reading is not None and reading.is_hard else ""


def label_of(kind: str, path: str) -> str:
    """`phones/<uuid>/number` is “Phones: number”; words name their language where there is more than one."""
    models = _models_of(kind, path)
    names = [str(model._meta.verbose_name) for model in models[1:]]
    if not is_row(path):
        names.append(_field_label(models[-1], _name(path)))
        if is_words(kind, path):
            language = language_of(path) or source_language()
            names[-1] += f" ({gettext(get_language_info(language)['name'])})"
    text = ": ".join(names)
    return text[:1].upper() + text[1:]


def model_of(kind: str, path: str) -> Any:
    """Of the row a value stands in."""
    return _models_of(kind, path)[-1]


def _models_of(kind: str, path: str) -> list[Any]:
    """Of the listing, and of the rows one inside the other."""
    models: list[Any] = [MODELS[kind]]
    for relation in path.partition("@")[0].split("/")[0:-1:2]:
        related = {each.get_accessor_name(): each.related_model for each in get_all_child_relations(models[-1])}
        models.append(related[relation])
    return models


def is_words(kind: str, path: str) -> bool:
    if language_of(path):
        return True
    model = MODELS[kind]
    if "/" not in path:
        return path in model.word_fields()
    return _name(path) in model.prose_of_children.get(path.partition("/")[0], ())


def in_words(kind: str, path: str, value: Any) -> str:
    if is_row(path):
        return _row(kind, path, value)
    return _value(_name(path), value)


def _row(kind: str, path: str, value: Any) -> str:
    if not value:
        return gettext("taken away") if value is None else ""
    lines = (
        f"{label_of(kind, f'{path}/{name}').partition(': ')[2]}: {_value(_name(name), each)}"
        for name, each in value.items()
        if name not in SILENT and not is_row(name) and name.count("/") == 0
    )
    return "\n".join(lines)


def _value(name: str, value: Any) -> str:
    if value in ("", None, []):
        return ""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, list):
        return ", ".join(_choice(name, each) for each in value)
    return _text(name, _choice(name, value))


def _text(name: str, text: str) -> str:
    if name == "paper":
        return str(DocumentPair.objects.filter(pk=text).first() or "")
    if name == "byday":
        return ", ".join(map(_day, text.split(",")))
    if name == "code":
        return str(spoken_name(text))
    if (day := _read(parse_date, text)) is not None:
        return day_and_year_in_words(day)
    hour = _read(parse_time, text) if ":" in text else None
    return time_in_words(hour) if hour is not None else text


def _read(parse: Any, text: str) -> Any:
    try:
        return parse(text)
    except ValueError:
        return None


def _day(token: str) -> str:
    which = {"1": _("first"), "2": _("second"), "3": _("third"), "4": _("fourth"), "-1": _("last")}
    if token[-2:] not in DAYS:
        return token
    day = str(WEEKDAYS[DAYS.index(token[-2:])])
    return f"{which[token[:-2]]} {day}" if token[:-2] in which else day


def _choice(name: str, value: Any) -> str:
    choices: Iterable[tuple[Any, Any]] = CHOICES.get(name) or _choices_of(name)
    return str(dict(choices).get(value, value))


def _choices_of(name: str) -> Iterable[tuple[Any, Any]]:
    try:
        return MODELS["service"]._meta.get_field(name).choices or ()
    except FieldDoesNotExist:
        return ()


def _field_label(model: Any, name: str) -> str:
    return str(model._meta.get_field(name).verbose_name)


def _name(path: str) -> str:
    return path.partition("@")[0].rpartition("/")[2]
