from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.search.backends import get_search_backend

from directory.hsds.importer import Import, open_source
from directory.hsds.problems import Report
from directory.hsds.source_rows import Portion
from directory.models import Organization, Phone, Service
from search.models import SearchDocument
from tests.exchange.packages import OFFICIAL, bring_in, changes, sentences

pytestmark = pytest.mark.django_db
ORG = "11111111-1111-4111-8111-111111111111"
CaptureCommits = Callable[..., AbstractContextManager[list[Any]]]


def organization(folder: Path, name: str, phone: str = "555-0101") -> Path:
    (folder / "organizations.csv").write_text(f"id,name,description\n{ORG},{name},Help\n", "utf-8")
    (folder / "phones.csv").write_text(f"id,organization_id,number\n{ORG},{ORG},{phone}\n", "utf-8")
    return folder


def test_editors_find_by_name_what_came_in(tmp_path: Path) -> None:
    bring_in(organization(tmp_path, "Casa Peña"))

    assert [found.name for found in get_search_backend().search("casa", Organization)] == ["Casa Peña"]


def test_readers_find_it_when_it_is_committed(django_capture_on_commit_callbacks: CaptureCommits) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        bring_in(OFFICIAL / "csv")

    assert SearchDocument.objects.filter(object_id=str(Service.objects.get().pk)).exists()


def test_a_dry_run_leaves_the_searches_alone(django_capture_on_commit_callbacks: CaptureCommits) -> None:
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        bring_in(OFFICIAL / "csv", dry_run=True)

    assert not callbacks and not Service.objects.exists()


def test_an_editor_opens_what_came_in_and_not_an_older_draft(tmp_path: Path) -> None:
    bring_in(organization(tmp_path, "Casa Peña"))
    listing = Organization.objects.get()
    listing.name = "Casa Peña (draft)"
    listing.save_revision()

    report = bring_in(organization(tmp_path, "Casa Peña y Luz", "555-0102"))

    opened = Organization.objects.get().get_latest_revision_as_object()
    assert (opened.name, opened.phones.get().number) == ("Casa Peña y Luz", "555-0102")
    assert not Organization.objects.get().has_unpublished_changes
    assert sentences(report) == ["Casa Peña y Luz: had unpublished changes; they are in its history now."]


def test_a_changed_phone_reaches_the_revision_of_its_listing(tmp_path: Path) -> None:
    bring_in(organization(tmp_path, "Casa Peña"))
    Organization.objects.get().save_revision().publish()

    bring_in(organization(tmp_path, "Casa Peña", "555-0102"))

    assert Organization.objects.get().get_latest_revision_as_object().phones.get().number == "555-0102"


def test_nothing_is_written_when_an_import_stops_half_way(tmp_path: Path) -> None:
    report = Report()
    source: Any = open_source(OFFICIAL / "csv", report)
    portions = source.portions

    def stopping() -> Any:
        for number, portion in enumerate(portions()):
            if number == 5:
                raise KeyboardInterrupt
            yield portion

    source.portions = stopping
    with pytest.raises(KeyboardInterrupt):
        Import(source, report).run()

    assert not Organization.objects.exists()


def test_addresses_on_the_site_are_given_without_a_query_per_row(tmp_path: Path) -> None:
    def queries(count: int) -> int:
        folder = tmp_path / str(count)
        folder.mkdir()
        rows = "".join(f"{n:08d}-0000-4000-8000-{count:012d},Casa Peña,Help\n" for n in range(count))
        (folder / "organizations.csv").write_text(f"id,name,description\n{rows}", "utf-8")
        with CaptureQueriesContext(connection) as captured:
            assert len(changes(bring_in(folder))) == count
        return len(captured)

    queries(1)  # What is remembered per process is asked for once.

    assert queries(40) <= queries(4) + 2
    slugs = set(Organization.objects.values_list("slug", flat=True))
    assert len(slugs) == 45 and {"casa-pena", "casa-pena-2", "casa-pena-45"} <= slugs


def test_a_phone_of_nobody_is_kept(tmp_path: Path) -> None:
    (tmp_path / "phones.csv").write_text(f"id,organization_id,number\n{ORG},,555-0101\n", "utf-8")

    bring_in(tmp_path)

    assert Phone.objects.get().number == "555-0101"


def test_an_empty_source_has_nothing_to_write() -> None:
    assert not Portion()
