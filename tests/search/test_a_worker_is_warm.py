"""The first visitor of a process waits no longer than the others."""

from search import warm
from search.thesaurus import stored


def test_the_thesaurus_is_read_before_the_first_question(db, django_assert_num_queries, monkeypatch) -> None:
    monkeypatch.setattr(warm.connection, "close", lambda: None)  # The test's own transaction lives in it.

    warm.warm()

    with django_assert_num_queries(1):
        stored.current()
