"""The copy on the server: told of everything, also of what happened while it was away, and never in the way."""

import logging
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from search import copy, indexer
from search.engines.elastic import index
from search.engines.elastic.server import asked, breaker
from search.models import SearchDocument, SearchUnsent
from search.nightly import catch_up
from search.notices import Notice
from search.request import Point
from search.service import suggest
from search.tasks import reindex
from tests.search.library import ask, document, found

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def server(elasticsearch, settings, caplog):
    """Goes away and comes back: what a network does, without hurting the server that all tests share."""

    class Server:
        def goes_away(self) -> None:
            settings.ELASTICSEARCH_URL = NOWHERE

        def returns(self) -> None:
            settings.ELASTICSEARCH_URL = elasticsearch
            breaker.succeeded()

    server = Server()
    yield server
    server.returns()
    caplog.clear()  # The fixture of the index would call it a mistake that the server was away.


@pytest.fixture
def quiet(caplog):
    """What is said in the log belongs to the test."""
    yield caplog
    caplog.clear()


def test_while_the_server_is_away_the_database_answers_and_says_so(library, server, quiet):
    library.publish(document("1", en="Food pantry"))
    before = ask("food")
    server.goes_away()

    during, suggested = ask("food"), suggest("foo", "en")
    server.returns()
    after = ask("food")

    assert [answer.total for answer in (before, during, after)] == [1, 1, 1]
    assert [Notice.SIMPLER in answer.notices for answer in (before, during, after)] == [False, True, False]
    assert (before.engine, after.engine) == ("elasticsearch", "elasticsearch")
    assert during.engine in ("sqlite", "postgres")
    assert [each.text for each in suggested] == ["Food pantry"]


def test_the_log_hears_of_it_once_and_of_the_return_once(library, server, quiet):
    server.goes_away()
    for _ in range(5):
        ask("food")
    server.returns()

    said = [record.levelno for record in quiet.records if record.name == "search.engines.elastic.server"]
    assert said == [logging.WARNING, logging.WARNING]


def test_what_changes_while_the_server_is_away_is_sent_when_it_returns(library, server, quiet):
    library.publish(document("old", en="Trapeze"), document("changed", en="Rope"))
    server.goes_away()
    library.withdraw("old")
    indexer.index("thing", ["old"])
    library.publish(document("changed", en="Juggling"), document("new", en="Clown"))
    noted = SearchUnsent.objects.count()
    server.returns()

    catch_up()

    assert noted == 3
    assert [found(text) for text in ("trapeze", "rope", "juggling", "clown")] == [[], [], ["changed"], ["new"]]
    assert (SearchUnsent.objects.count(), bool(copy.drift())) == (0, False)


def test_the_next_change_takes_along_what_was_missed(library, server, quiet):
    server.goes_away()
    library.publish(document("1", en="Trapeze"))
    server.returns()

    library.keep(document("2", en="Rope"))
    reindex.call("thing", ["2"])

    assert (found("trapeze"), found("rope"), SearchUnsent.objects.count()) == (["1"], ["2"], 0)


def test_a_worker_tries_again_by_itself(library, server, quiet, settings):
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415  its table is needed here only

    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    server.goes_away()
    library.keep(document("1", en="Trapeze"), document("2", en="Rope"))
    reindex.call("thing", ["1"])
    SearchUnsent.objects.update(since=timezone.now() - timedelta(minutes=1))
    reindex.call("thing", ["2"])

    waiting = DBTaskResult.objects.get()

    assert waiting.task_path == "search.tasks.catch_up"
    assert waiting.run_after < timezone.now() + timedelta(seconds=30)


def test_a_rebuild_swaps_indexes_in_one_step_and_takes_the_old_one_away(library, elasticsearch):
    library.publish(document("1", en="Food"))
    before = asked(index.shown)
    seen = []
    indexer.fill_copy(lambda kind, done, total: seen.append((ask("food").engine, ask("food").total)))
    after = asked(index.shown)

    assert seen == [("elasticsearch", 1)]
    assert (len(before), len(after)) == (1, 1)
    assert before != after
    assert asked(index.ours) == after
    assert found("food") == ["1"]


def test_what_is_published_during_a_rebuild_is_in_the_new_index(library, elasticsearch):
    library.publish(document("1", en="Food"), document("2", en="Rope"))

    def meanwhile(kind: str, done: int, total: int) -> None:
        library.publish(document("3", en="Trapeze"), document("1", en="Juggling"))
        library.withdraw("2")
        indexer.index("thing", ["2"])

    indexer.fill_copy(meanwhile)

    assert [found(text) for text in ("food", "juggling", "trapeze", "rope")] == [[], ["1"], ["3"], []]
    assert not copy.drift()


def test_a_rebuild_that_fails_leaves_readers_what_they_had(library, elasticsearch):
    library.publish(document("1", en="Food"))

    def stop(kind: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        indexer.fill_copy(stop)

    assert (found("food"), len(asked(index.ours))) == (["1"], 1)


def test_without_an_index_on_the_server_the_database_answers_until_the_clock_fills_one(library, elasticsearch, quiet):
    library.publish(document("1", en="Food"))
    asked(lambda client: [index.remove(client, name) for name in index.ours(client)])
    without = ask("food")
    library.publish(document("2", en="Food"))
    breaker.succeeded()

    catch_up()

    assert (without.total, without.engine in ("sqlite", "postgres")) == (1, True)
    assert (ask("food").total, ask("food").engine) == (2, "elasticsearch")


def test_check_tells_of_a_copy_that_differs_and_the_nightly_comparison_mends_it(library, elasticsearch, capsys):
    library.publish(*(document(f"{n}", en=f"Food {n}") for n in range(3)))
    lost = SearchDocument.objects.get(object_id="1")
    name, version = asked(index.shown)[0], {"version": lost.version, "version_type": "external_gte"}
    asked(lambda client: client.delete(index=name, id=str(lost.pk), refresh=True, **version))
    SearchDocument.objects.filter(object_id="2").update(checksum="old")

    with pytest.raises(SystemExit):
        call_command("search", "drift", verbosity=0)
    changed = indexer.rebuild()

    assert "elasticsearch: 1 missing, 1 outdated, 0 surplus" in capsys.readouterr().out
    assert changed == 2
    assert not any(indexer.check().values())
    assert ask("food").total == 3


def test_the_command_says_what_is_wrong_when_the_server_is_away(library, server, quiet):
    server.goes_away()

    with pytest.raises(CommandError, match="Elasticsearch does not answer"):
        call_command("search", "rebuild", verbosity=0)


def test_a_page_beyond_what_the_server_would_count_to_is_the_last(library, elasticsearch):
    library.publish(*(document(f"{n:02}", en="Clinic") for n in range(7)))

    answer = ask("clinic", page=10**9, per_page=3, near=Point(36.6, -121.6))

    assert (answer.page, len(answer.hits), answer.engine) == (3, 1, "elasticsearch")


def test_a_place_off_the_globe_is_answered_by_the_database(library, elasticsearch, quiet):
    library.publish(document("1", en="Clinic", places=((36.6, -121.6),)))

    answer = ask("clinic", near=Point(123.0, 500.0), within_miles=5)

    assert answer.engine in ("sqlite", "postgres")
