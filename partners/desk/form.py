"""The form of one listing: what the public reads now, both languages side by side, and what a partner makes of it."""

import json
import uuid
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import QueryDict
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations

from core.forms.turning import all_straight
from core.locales import source_language, target_languages
from partners.desk import new_file
from partners.desk.fields import can_be_asked, field_for, initial_of
from partners.desk.questions import FILES, GROUPS, NEW_ROW, ROW_NAMES, Group
from partners.desk.shown import Line, Row, Rows, ShownGroup
from partners.proposing import open_changes
from partners.quality.readability import reading_of
from partners.values import Values, blank, is_row, value_in
from schools.pairs.models import DocumentPair

REMOVE, HOURS = "remove ", "schedules"
NEW_ROWS = {HOURS: 2}
MUST = {"phones": "number", "schedule_exceptions": "starts_on", "languages": "code", "required_documents": "document"}


class ListingForm(forms.Form):
    """`base` is the version the changes are made from; `shown` what stands in the fields at first."""

    def __init__(
        self, listing: Any, base: Values, shown: Values | None = None, *, account: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(label_suffix="", **kwargs)
        self.data = all_straight(self.data)
        self.account = account
        self.kept_paper: DocumentPair | None = None
        self.listing, self.base, self.shown = listing, base, base if shown is None else shown
        self.kind = listing._meta.model_name
        self.models = {each.get_accessor_name(): each.related_model for each in get_all_child_relations(type(listing))}
        for group in GROUPS[self.kind]:
            self._add(group)
        self.fields["note"] = forms.CharField(
            label=_("A word to the office"),
            required=False,
            max_length=1000,
            widget=forms.Textarea({"rows": 2}),
        )

    # -- The fields

    def _add(self, group: Group) -> None:
        for name in group.names:
            self._add_words(type(self.listing), name, name, words=name in self.listing.word_fields())
        for relation in group.rows:
            for path in self._rows(relation):
                self._add_row(relation, path)
            self._add_new(relation)

    def _add_new(self, relation: str) -> None:
        if relation == FILES:
            self.fields |= new_file.fields()
            self.kept_paper = new_file.kept(self.data.get(new_file.PAPER, ""), self.account) if self.account else None
            return
        for path in self._new(relation):
            self._add_row(relation, path)

    def _add_row(self, relation: str, path: str) -> None:
        prose = self.listing.prose_of_children.get(relation, ())
        for name in self._names(relation, path):
            self._add_words(self.models[relation], f"{path}/{name}", name, words=name in prose)
        if not path.rpartition("/")[2].startswith("new"):
            self.fields[f"{REMOVE}{path}"] = forms.BooleanField(label=self._removal(path), required=False)

    def _removal(self, path: str) -> Any:
        if not path.startswith(f"{FILES}/"):
            return _("Take this away")
        return _("Take “%(name)s” away") % {"name": new_file.title_of(value_in(self.shown, f"{path}/paper"))}

    def _names(self, relation: str, path: str) -> tuple[str, ...]:
        """What days and one ordinal cannot say stays as it is, and is told to the office in words."""
        byday = str(value_in(self.shown, f"{path}/byday"))
        left = () if can_be_asked(byday) and str(value_in(self.shown, f"{path}/interval")) in ("", "1") else ("byday",)
        return tuple(name for name in ROW_NAMES[relation] if name not in left)

    def _add_words(self, model: Any, path: str, name: str, *, words: bool) -> None:
        for each in (path, *(f"{path}@{language}" for language in target_languages() if words)):
            field = field_for(model, name, value_in(self.shown, each), settings.COUNTRY)
            field.required = (field.required or name == "number") and each == path and "/new" not in path
            if words:
                language = each.partition("@")[2] or source_language()
                field.label = f"{field.label} · {get_language_info(language)['name_local'].capitalize()}"
                field.widget.attrs["lang"] = language
                field.help_text = with_advice(field.help_text, self._text(each), language)
            field.initial = initial_of(field, value_in(self.shown, each))
            self.fields[each] = field

    def _text(self, path: str) -> str:
        return str(self.data.get(path, "") if self.is_bound else value_in(self.shown, path))

    def _rows(self, relation: str) -> list[str]:
        return [
            path for path in self.shown if is_row(path) and path.startswith(f"{relation}/") and path.count("/") == 1
        ]

    def _new(self, relation: str) -> list[str]:
        return [f"{relation}/new{number}" for number in range(NEW_ROWS.get(relation, 1))]

    # -- How it stands on the page

    @property
    def has_hours(self) -> bool:
        return HOURS in self.models

    @cached_property
    def questions(self) -> list[ShownGroup]:
        return [self._question(group) for group in GROUPS[self.kind]]

    def _question(self, group: Group) -> ShownGroup:
        lines, rows = [self._line(name) for name in group.names], list(map(self._shown_rows, group.rows))
        begins = (*group.names, *(f"{relation}/" for relation in group.rows))
        names = [name for name in self.fields if name.removeprefix(REMOVE).startswith(begins) and name != "note"]
        is_open = self.is_bound and any(name in self.errors or self._differs(name) for name in names)
        return ShownGroup(group.label, HOURS in group.rows, lines, rows, is_open)

    def _shown_rows(self, relation: str) -> Rows:
        there = [Row(self._lines(relation, path), self[f"{REMOVE}{path}"]) for path in self._rows(relation)]
        new = [Row(self._new_lines(relation, path)) for path in self._new(relation)]
        is_filled = self.is_bound and any(self._touched(path) for path in self._new(relation))
        return Rows(relation, there, new, NEW_ROW[relation], is_filled)

    def _new_lines(self, relation: str, path: str) -> list[Line]:
        if relation != FILES:
            return self._lines(relation, path)
        own_first = sorted(new_file.languages(), key=lambda language: language != get_language())
        files = Line([self[new_file.file_name(language)] for language in own_first])
        alone = [Line([self[name]]) for name in (new_file.KIND, new_file.PROMISED, new_file.PAPER)]
        return [self._line(f"{path}/title"), files, *alone]

    def _lines(self, relation: str, path: str) -> list[Line]:
        return [self._line(f"{path}/{name}") for name in self._names(relation, path)]

    def _line(self, path: str) -> Line:
        """The reader's own language first."""
        paths = [
            path,
            *(f"{path}@{language}" for language in target_languages() if f"{path}@{language}" in self.fields),
        ]
        own = get_language()
        paths.sort(key=lambda each: (each.partition("@")[2] or source_language()) != own)
        return Line([self[each] for each in paths])

    # -- What is wanted

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for relation, must in MUST.items():
            for path in self._new(relation) if relation in self.models else ():
                if self._touched(path) and f"{path}/{must}" in self.fields and not given.get(f"{path}/{must}"):
                    self.add_error(f"{path}/{must}", _("This is needed, or leave the whole line empty."))
        if FILES in self.models and self._touched(new_file.ROW):
            new_file.check(self, given)
        for path in self.fields:
            if path.endswith("/opens_at"):
                self._check_hours(path.removesuffix("/opens_at"), given)
        return given

    def _check_hours(self, row: str, given: Mapping[str, Any]) -> None:
        opens, closes = given.get(f"{row}/opens_at"), given.get(f"{row}/closes_at")
        if bool(opens) != bool(closes):
            self.add_error(f"{row}/{'closes_at' if opens else 'opens_at'}", _("Say both, from when and to when."))

    def wanted(self) -> Values:
        """Of a valid form: `base`, with what was changed."""
        wanted = self._with_rows_as_shown()
        for path, value in self.cleaned_data.items():
            if path != "note" and not path.startswith(REMOVE) and "/new" not in path and self._differs(path):
                wanted[path] = stored(value)
        for path in self._hours_changed(wanted):
            wanted[f"{path}/freq"] = "MONTHLY" if wanted[f"{path}/byday"][:1] in "-1234567890" else "WEEKLY"
        for path, values in self._new_rows():
            wanted |= {path: True} | {f"{path}/{name}": value for name, value in values.items()}
        for name, gone in self.cleaned_data.items():
            if name.startswith(REMOVE) and gone:
                wanted = without_row(wanted, name.removeprefix(REMOVE))
        return wanted

    def _with_rows_as_shown(self) -> Values:
        """What an earlier proposal of the same person added or took away is so here, too."""
        wanted = dict(self.base)
        for path in dict.fromkeys(filter(is_row, (*self.base, *self.shown))):
            if path not in self.shown:
                wanted = without_row(wanted, path)
            elif path not in self.base:
                wanted |= {path: True} | {p: v for p, v in self.shown.items() if p.startswith(f"{path}/")}
        return wanted

    def changes(self) -> Values:
        """What a partner may propose, of what was changed."""
        return open_changes(self.kind, self.base, self.wanted())

    def _hours_changed(self, wanted: Values) -> list[str]:
        days = [path for path in wanted if path.endswith("/byday") and wanted[path] != value_in(self.base, path)]
        return [path.removesuffix("/byday") for path in days if wanted[path]]

    def _new_rows(self) -> Iterator[tuple[str, Values]]:
        for relation in (relation for group in GROUPS[self.kind] for relation in group.rows):
            if relation == FILES:
                yield from self._new_paper()
                continue
            for path in filter(self._touched, self._new(relation)):
                inside = f"{path}/"
                values = {
                    name.removeprefix(inside): stored(value)
                    for name, value in self.cleaned_data.items()
                    if name.startswith(inside)
                }
                if byday := values.get("byday"):
                    values["freq"] = "MONTHLY" if byday[:1] in "-1234567890" else "WEEKLY"
                yield f"{relation}/{uuid.uuid4()}", {name: value for name, value in values.items() if value != ""}

    def _new_paper(self) -> Iterator[tuple[str, Values]]:
        if self.kept_paper is not None:
            yield f"{FILES}/{uuid.uuid4()}", {"paper": self.kept_paper.pk}

    def keep_paper(self) -> None:
        """A paper without errors is kept at once: no browser sends a file twice by itself."""
        wrong = [name for name in self.errors if name.startswith(new_file.ROW)]
        if FILES not in self.models or wrong or not self._touched(new_file.ROW):
            return
        self.kept_paper = new_file.keep(self.cleaned_data, self.listing.organization_id, self.account)
        typed = cast(QueryDict, self.data).copy()
        typed[new_file.PAPER] = new_file.token_of(self.kept_paper, self.account)
        self.data = typed

    def _touched(self, row: str) -> bool:
        """Whether anything was written into a new row; a box that was ticked before does not count."""
        names = [name for name in self.fields if name.startswith(f"{row}/") and not name.endswith(("/closed", "/kind"))]
        return any(self._differs(name) for name in names)

    def _differs(self, path: str) -> bool:
        field = self.fields[path]
        data = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(path))
        return bool(field.has_changed(initial_of(field, value_in(self.base, path)), data))


def with_advice(help_text: Any, text: str, language: str) -> Any:
    """What is hard to read is said beside the text; it stops nobody."""
    reading = reading_of(text, language)
    if reading is None or not reading.is_hard:
        return help_text
    return f"{help_text} {reading.in_words}".strip()


def stored(value: Any) -> Any:
    """As a revision holds it."""
    return blank(json.loads(json.dumps(value, cls=DjangoJSONEncoder)))


def without_row(values: Values, path: str) -> Values:
    return {name: value for name, value in values.items() if name != path and not name.startswith(f"{path}/")}


def with_proposed(base: Values, changes: Mapping[str, Any]) -> Values:
    """The version that a proposal asks for."""
    shown = dict(base)
    for path, value in changes.items():
        if not is_row(path):
            shown[path] = value
        elif value is None:
            shown = without_row(shown, path)
        else:
            shown |= {path: True} | {f"{path}/{name}": each for name, each in value.items()}
    return shown
