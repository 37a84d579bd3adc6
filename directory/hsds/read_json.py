"""JSON: one object, a list, a page of an API, our own export, or one object per line."""

import io
import json
from collections.abc import Iterator
from typing import IO, Any

from django.utils.translation import gettext as _

from directory.hsds.files import Files
from directory.hsds.flatten import OBJECT_TYPE, Flattening
from directory.hsds.kinds import BY_FILE, FILES, KINDS, Kind
from directory.hsds.problems import Place, Report
from directory.hsds.source_rows import Portion

PORTION = 5000
LINES = (".ndjson", ".jsonl")
# What an object that could be several things is taken for.
LIKELY = ("service", "organization", "location", "service_at_location", "taxonomy_term", "taxonomy", "program")


class JsonSource:
    def __init__(self, files: Files, report: Report):
        self._files = files
        self._report = report
        self.size = files.size
        self._flattening = Flattening(report)

    @property
    def done(self) -> int:
        return self._files.done

    def portions(self) -> Iterator[Portion]:
        names = [name for name in self._files.sizes if name.removesuffix(".gz").endswith((".json", *LINES))]
        for name in sorted(names, key=_order):
            for kind, found, place in self._objects(name):
                self._flattening.add(kind, found, place)
                if len(self._flattening) >= PORTION:
                    yield self._flattening.take()
        yield self._flattening.take()

    def _objects(self, name: str) -> Iterator[tuple[Kind, Any, Place]]:
        """Everything at the top of a file that is an object of the standard."""
        with self._files.open(name) as raw:
            file = io.TextIOWrapper(raw, encoding="utf-8-sig")
            if name.removesuffix(".gz").endswith(LINES):
                yield from self._lines(file, name)
                return
            try:
                yield from self._whole(json.load(file), name)
                return
            except UnicodeDecodeError as error:
                self._report.refuse(Place(name), "", _("is not UTF-8: %(error)s") % {"error": error})
                return
            except ValueError as error:
                problem = str(error)
        yield from self._perhaps_lines(name, problem)

    def _perhaps_lines(self, name: str, problem: str) -> Iterator[tuple[Kind, Any, Place]]:
        """Lines of JSON often wear the wrong suffix."""
        with self._files.open(name) as raw:
            first = raw.readline()
        try:
            json.loads(first.decode("utf-8-sig"))
        except ValueError:
            self._report.refuse(Place(name), "", _("is not JSON: %(error)s") % {"error": problem})
            return
        with self._files.open(name) as raw:
            yield from self._lines(io.TextIOWrapper(raw, encoding="utf-8-sig"), name)

    def _lines(self, file: IO[str], name: str) -> Iterator[tuple[Kind, Any, Place]]:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            place = Place(name, number)
            try:
                found = json.loads(line)
            except ValueError as error:
                self._report.refuse(place, "", _("is not JSON: %(error)s") % {"error": error})
                self._report.nameless["service"] += 1
                continue
            yield from self._one(found, _hint(name), place)

    def _whole(self, found: Any, name: str) -> Iterator[tuple[Kind, Any, Place]]:
        hint = _hint(name)
        if isinstance(found, dict) and isinstance(found.get("contents"), list):
            yield from self._list(found["contents"], hint, Place(name, None, "/contents"))
        elif isinstance(found, dict) and (tables := _tables(found)):
            for kind, key in tables:
                yield from self._list(found[key], kind, Place(name, None, f"/{key}"))
        elif isinstance(found, list):
            yield from self._list(found, hint, Place(name))
        else:
            yield from self._one(found, hint, Place(name))

    def _list(self, found: list[Any], hint: str | None, place: Place) -> Iterator[tuple[Kind, Any, Place]]:
        for number, item in enumerate(found):
            yield from self._one(item, hint, Place(place.file, place.line, f"{place.pointer}/{number}"))

    def _one(self, found: Any, hint: str | None, place: Place) -> Iterator[tuple[Kind, Any, Place]]:
        if isinstance(found, dict) and "openapi_url" in found:
            return  # What an API says of itself.
        kind = kind_of(found, hint) if isinstance(found, dict) else None
        if kind is None:
            self._report.refuse(place, "", _("is no object of the standard that could be recognised."))
            self._report.nameless[hint or "service"] += 1
        else:
            yield KINDS[kind], found, place


def kind_of(found: dict[str, Any], hint: str | None) -> str | None:
    """What an object is: as it says, as its file is named, or as most of its properties suggest."""
    if found.get(OBJECT_TYPE) in FILES:
        return str(found[OBJECT_TYPE])
    if hint is not None:
        return hint
    fits = {name: _likeness(KINDS[name], found) for name in [*LIKELY, *FILES]}
    best = max(fits, key=lambda name: fits[name])
    return best if fits[best] > 1 else None


def _likeness(kind: Kind, found: dict[str, Any]) -> int:
    known = sum(1 for name in found if name in kind.nested or name in kind.columns)
    return known if all(name in found for name in kind.schema["required"]) else 0


def _tables(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Keys that are tables of the standard, `services` or `services.csv`, in the order in which they can be written."""
    kinds = {key: BY_FILE.get(key.removesuffix(".csv")) for key, value in found.items() if isinstance(value, list)}
    named = [(kind, key) for key, kind in kinds.items() if kind is not None]
    # An object of the standard has lists of these names too, but an id or a name with them.
    return [] if "id" in found or "name" in found else sorted(named, key=lambda pair: list(FILES).index(pair[0]))


def _hint(name: str) -> str | None:
    """A kind named by the file or the folder it lies in: service_full.json, services/0ab1.json."""
    parts = name.removesuffix(".gz").split("/")
    for part in (parts[-1].rsplit(".", 1)[0], *parts[-2:-1]):
        stem = part.removesuffix("_list").removesuffix("_full").lower()
        if kind := (stem if stem in FILES else BY_FILE.get(stem)):
            return kind
    return None


def _order(name: str) -> tuple[int, str]:
    kind = _hint(name)
    return (list(FILES).index(kind) if kind else len(FILES), name)
