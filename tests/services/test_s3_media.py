"""What the office uploads reaches an S3 server and stays private there, with the settings production uses."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import Storage

from tests.services.bucket import status_of, unsigned

pytestmark = pytest.mark.s3


@pytest.mark.parametrize("name", ["cartel.txt", "Reunión de niños.txt", "clínica año 2026.pdf"])
def test_an_uploaded_file_is_kept_word_for_word(storage: Storage, name: str) -> None:
    kept = storage.save(f"documents/{name}", ContentFile("¿Dónde está la señora Peña?".encode()))

    assert kept == f"documents/{name}"
    assert storage.open(kept).read().decode() == "¿Dónde está la señora Peña?"
    assert storage.listdir("documents") == ([], [name])


def test_a_signed_address_is_read_and_an_unsigned_one_is_refused(storage: Storage) -> None:
    kept = storage.save("documents/Reunión de niños.txt", ContentFile(b"hola"))

    address = storage.url(kept)

    assert status_of(address) == 200
    assert status_of(unsigned(address)) == 403


def test_two_files_of_the_same_name_are_both_kept(storage: Storage) -> None:
    first = storage.save("flyer.txt", ContentFile(b"first"))

    second = storage.save("flyer.txt", ContentFile(b"second"))

    assert first != second
    assert storage.open(first).read() == b"first"


def test_a_deleted_file_is_gone(storage: Storage) -> None:
    kept = storage.save("niños.txt", ContentFile(b"hola"))

    storage.delete(kept)

    assert not storage.exists(kept)
    assert status_of(storage.url(kept)) == 404
