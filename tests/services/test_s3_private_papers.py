"""A private paper in a bucket: read through the site by whom it belongs to, and by nobody in any other way."""

import urllib.parse

import environ
import pytest
from django.core.files.storage import Storage, storages
from django.test import Client
from django.utils.translation import override

from config.settings.media import private_storage
from core.models import User
from home.tree import Rooms, ensure_tree
from schools.office import ensure_groups
from schools.pairs.models import DocumentPair, PairedFile
from schools.pairs.serving import file_url
from tests.pairs import a_document
from tests.services.bucket import status_of, unsigned
from tests.the_councils import make_council, make_meeting
from tests.the_schools import make_school

pytestmark = [pytest.mark.s3, pytest.mark.django_db]


@pytest.fixture
def private(storage: Storage, settings, tmp_path) -> Storage:
    """The corner of the same bucket, with production's settings."""
    settings.STORAGES = {**settings.STORAGES, "private": private_storage(environ.Env(), tmp_path)}
    return storages["private"]


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture
def paper(private: Storage, rooms: dict[str, Rooms], monkeypatch: pytest.MonkeyPatch) -> DocumentPair:
    """Minutes that are not public, of a council at Cielo Claro."""
    monkeypatch.setattr(PairedFile._meta.get_field("file"), "storage", private)
    pair = a_document(is_private=True)
    make_meeting(make_council(make_school(rooms)), minutes=pair)
    make_school(rooms, "Los Gorriones")
    ensure_groups()
    return pair


def somebody(name: str, *groups: str) -> Client:
    account = User.objects.create_user(name, f"{name}@example.org")
    account.groups.set([account.groups.model.objects.get(name=group) for group in groups])
    client = Client()
    client.force_login(account)
    return client


@pytest.mark.parametrize("language", ["en", "es"])
def test_who_edits_the_council_reads_it_and_nobody_else_does(paper: DocumentPair, ana: Client, language: str) -> None:
    iris = somebody("iris", "Editors of Cielo Claro")
    others = [ana, somebody("ivo", "Editors of Los Gorriones"), somebody("lupe", "Ambassadors")]
    with override(language):
        addresses = [file_url(half) for half in paper.halves.all()]

    for address in addresses:
        answer = iris.get(address)
        assert b"".join(answer.streaming_content).startswith(b"%PDF")
        assert "no-store" in answer["Cache-Control"] and "Location" not in answer
        assert [other.get(address).status_code for other in others] == [404] * 3


def test_no_address_of_the_bucket_opens_it(paper: DocumentPair, private: Storage, storage: Storage) -> None:
    for half in paper.halves.all():
        signed = private.url(half.file.name)
        bare = unsigned(signed)
        bucket = bare.removesuffix(urllib.parse.quote(f"private/{half.file.name}"))

        assert status_of(signed) == 200, "the file is there"
        assert "/private/" in bare and status_of(bare) == 403
        assert status_of(f"{bare}?X-Amz-Signature=0000") in (400, 403)
        assert status_of(unsigned(storage.url(half.file.name))) == 403
        assert status_of(bucket) == 403, "nor is there a list of what the bucket holds"


def test_no_page_tells_an_address_of_the_bucket(paper: DocumentPair, private: Storage) -> None:
    iris = somebody("iris", "Editors of Cielo Claro")

    for half in paper.halves.all():
        answer = iris.get(file_url(half))

        assert not any("X-Amz" in value or private.bucket_name in value for _name, value in answer.items())  # type: ignore[attr-defined]  # of S3 storages


def test_a_paper_that_was_taken_back_is_gone_from_the_bucket(
    paper: DocumentPair, private: Storage, django_capture_on_commit_callbacks
) -> None:
    names = [half.file.name for half in paper.halves.all()]

    with django_capture_on_commit_callbacks(execute=True):
        paper.delete()

    assert not any(private.exists(name) for name in names)
