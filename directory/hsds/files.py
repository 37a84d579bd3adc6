"""A source's files, whether they lie in a folder or in a zip, packed or not."""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

from django.utils.translation import gettext as _

from directory.hsds.source_rows import Unreadable


class Files:
    """The names of the files of a source, and how each is opened."""

    def __init__(self, sizes: dict[str, int], open_raw: Callable[[str], IO[bytes]]):
        self.sizes = sizes
        self._open_raw = open_raw
        self.done = 0

    @property
    def size(self) -> int:
        return sum(self.sizes.values())

    def open(self, name: str) -> IO[bytes]:
        """The unpacked bytes of a file; `done` grows as they are read."""
        counted = cast(IO[bytes], io.BufferedReader(cast(Any, _Counted(self._open_raw(name), self)), 1 << 16))
        return cast(IO[bytes], gzip.GzipFile(fileobj=counted)) if name.endswith(".gz") else counted

    def named(self, name: str) -> str | None:
        """The file of that name, packed or not."""
        return next((found for found in (name, f"{name}.gz") if found in self.sizes), None)


class _Counted(io.RawIOBase):
    def __init__(self, raw: IO[bytes], files: Files):
        self._raw = raw
        self._files = files

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # typeshed asks for any writable buffer
        data = self._raw.read(len(buffer))
        buffer[: len(data)] = data
        self._files.done += len(data)
        return len(data)

    def close(self) -> None:
        self._raw.close()
        super().close()


def files_of(path: Path) -> Files:
    if path.is_dir():
        return _of_folder(path)
    if not path.is_file():
        raise Unreadable(_("There is no file or folder %(path)s.") % {"path": path})
    if zipfile.is_zipfile(path):
        return _of_zip(path)
    return Files({path.name: path.stat().st_size}, lambda _name: path.open("rb"))


def _of_folder(folder: Path) -> Files:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in found}
    return Files(sizes, lambda name: (folder / name).open("rb"))


def _of_zip(path: Path) -> Files:
    archive = zipfile.ZipFile(path)
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and "__MACOSX" not in entry.filename]
    # A folder that was zipped whole: its name says nothing.
    tops = {entry.filename.split("/")[0] for entry in entries}
    cut = len(next(iter(tops))) + 1 if len(tops) == 1 and all("/" in entry.filename for entry in entries) else 0
    names = {entry.filename[cut:]: entry for entry in entries}
    return Files({name: entry.file_size for name, entry in names.items()}, lambda name: archive.open(names[name]))
