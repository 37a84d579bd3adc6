"""After the transaction commits, through a task, once for each thing."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction

from search import words_table
from search.changes import changed
from search.models import SearchDocument, SearchRefresh
from search.nightly import refresh
from search.upkeep import follow_languages
from tests.search.library import NOON, document, found


def test_a_change_is_found_after_the_commit_and_not_before(library, django_capture_on_commit_callbacks):
    library.keep(document("1", en="Food"))

    with django_capture_on_commit_callbacks(execute=True):
        changed("thing", ["1"])
        before = found("food")

    assert (before, found("food")) == ([], ["1"])


def test_many_changes_in_one_transaction_are_one_task(library, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        changed("thing", ["1"])
        changed("thing", ["1", "2"])
        changed("page", ["1"])
        changed("page", [])
        changed("page", [None])

    assert len(callbacks) == 1


def test_what_is_rolled_back_is_not_indexed(library, django_capture_on_commit_callbacks):
    library.keep(document("1", en="Food"), document("2", en="Food"))

    with django_capture_on_commit_callbacks(execute=True):
        changed("thing", ["1"])
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            changed("thing", ["2"])
            raise ZeroDivisionError

    assert found("food") == ["1"]


def test_things_of_a_kind_nobody_registers_leave_the_index(library, django_capture_on_commit_callbacks):
    library.publish(document("1", en="Food"))
    SearchDocument.objects.update(kind="dragon")

    with django_capture_on_commit_callbacks(execute=True):
        changed("dragon", ["1"])

    assert not SearchDocument.objects.exists()


def test_the_command_checks_rebuilds_and_is_safe_to_run_twice(library, capsys):
    library.keep(document("1", en="Food"))

    with pytest.raises(SystemExit):
        call_command("search", "check")
    call_command("search", "rebuild")
    call_command("search", "rebuild")
    call_command("search", "check")

    said = capsys.readouterr().out
    assert "thing: 1 missing, 0 outdated, 0 surplus" in said
    assert "1 documents written or removed" in said
    assert "The index is true." in said


def test_a_new_language_gets_its_place_and_a_rebuild_fills_it(library, settings):
    library.publish(document("1", en="Food"))

    settings.LANGUAGES = [("en", "English"), ("es", "Español"), ("pt", "Português")]
    follow_languages(using="default")
    empty = found("food")
    call_command("search", "rebuild", verbosity=0)

    assert (empty, found("food"), found("food", "pt")) == ([], ["1"], ["1"])

    settings.LANGUAGES = settings.LANGUAGES[:2]
    follow_languages(using="default")


def test_the_next_tick_fills_what_was_emptied_today(library, settings):
    library.publish(document("1", en="Food"))
    refresh()

    settings.LANGUAGES = [("en", "English"), ("es", "Español"), ("pt", "Português")]
    follow_languages(using="default")
    refresh()

    assert found("food") == ["1"]
    settings.LANGUAGES = settings.LANGUAGES[:2]
    follow_languages(using="default")


def test_nothing_happens_to_the_table_while_the_languages_stay(library):
    library.publish(document("1", en="Food"))

    follow_languages(using="default")

    assert found("food") == ["1"]
    assert words_table.in_order(["es", "en"]) == ("en", "es")


def test_once_a_day_the_clock_mends_what_no_signal_told_of(library, time_machine):
    time_machine.move_to(NOON)
    library.keep(document("1", en="Food"))
    refresh()
    library.keep(document("2", en="Food"))
    refresh()
    same_day = found("food")

    time_machine.move_to(NOON + timedelta(days=1))
    refresh()

    assert (same_day, sorted(found("food"))) == (["1"], ["1", "2"])
    assert [row.changed for row in SearchRefresh.objects.order_by("day")] == [1, 1]
