"""What the office uploads reaches an S3 server and stays private there, with the settings production uses."""

import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable, Iterator

import boto3
import environ
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from config.settings.media import media_storage

pytestmark = pytest.mark.s3


@pytest.fixture
def storage(offered: Callable[[str], str], settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Storage]:
    endpoint, bucket = offered("TEST_S3_ENDPOINT_URL"), f"ventanilla-{uuid.uuid4().hex[:12]}"
    keys = {"AWS_ACCESS_KEY_ID": offered("TEST_S3_ACCESS_KEY"), "AWS_SECRET_ACCESS_KEY": offered("TEST_S3_SECRET_KEY")}
    for name, value in {**keys, "AWS_STORAGE_BUCKET_NAME": bucket, "AWS_S3_ENDPOINT_URL": endpoint}.items():
        monkeypatch.setenv(name, value)
    buckets = boto3.resource("s3", endpoint_url=endpoint, region_name="us-east-1")
    buckets.create_bucket(Bucket=bucket)
    settings.STORAGES = {**settings.STORAGES, "default": media_storage(environ.Env())}
    yield storages["default"]
    buckets.Bucket(bucket).objects.all().delete()
    buckets.Bucket(bucket).delete()


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310  the address is our own server's
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def unsigned(address: str) -> str:
    return urllib.parse.urlunsplit(urllib.parse.urlsplit(address)._replace(query=""))


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
