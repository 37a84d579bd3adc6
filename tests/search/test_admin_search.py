"""Elena looks for a listing in the admin."""

import pytest
from django.db import connection
from wagtail.search.backends import get_search_backend

from directory.models import Organization

pytestmark = pytest.mark.django_db
BACKENDS = {"sqlite": "search.backends.sqlite_fast", "postgresql": "wagtail.search.backends.database"}


@pytest.fixture
def backend(settings):
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": BACKENDS[connection.vendor]}}
    return get_search_backend()


@pytest.fixture
def agencies(backend):
    organizations = [Organization.objects.create(name=name) for name in ("Food bank", "Food and more food", "Clinic")]
    backend.get_index_for_model(Organization).add_items(Organization, organizations)


def names(results) -> list[str]:
    return sorted(each.name for each in results)


def test_words_are_found_whole_and_unfinished(backend, agencies):
    assert names(backend.search("food", Organization)) == ["Food and more food", "Food bank"]
    assert names(backend.autocomplete("cli", Organization)) == ["Clinic"]


@pytest.mark.parametrize("text", ['"', '"food', 'food"', "'", "(", "*", "AND", "food AND", "name:food", '" "'])
def test_signs_never_break_it(backend, agencies, text):
    for results in (backend.search(text, Organization), backend.autocomplete(text, Organization)):
        assert len(results) == results.count() <= 3


def test_the_filters_of_the_list_hold_and_the_best_comes_first(backend, agencies):
    elsewhere = Organization.objects.filter(locale_id=0)

    assert names(backend.search("food", elsewhere)) == []
    assert next(iter(backend.search("food", Organization))).name == "Food and more food"


def test_it_costs_two_queries(backend, agencies, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        list(backend.search("food", Organization))
