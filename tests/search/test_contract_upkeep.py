"""What every engine promises about keeping the index true, and about its cost."""

import pytest

from search import indexer
from search.models import SearchDocument, SearchFacet, SearchVocabulary
from search.request import Point
from search.service import suggest
from tests.search.library import ask, document, found

SALINAS = Point(36.6777, -121.6555, "93901")


@pytest.mark.usefixtures("engine")
class TestUpkeep:
    # -- Upkeep and cost.

    def test_a_withdrawn_thing_leaves_the_index_with_its_words(self, library):
        library.publish(document("1", en="Trapeze", facets={"cost": ("free",)}), document("2", en="Food"))

        library.withdraw("1")
        indexer.index("thing", ["1"])

        assert found("trapeze") == []
        assert not SearchFacet.objects.filter(document__object_id="1").exists()
        assert not SearchVocabulary.objects.filter(word="trapeze", documents__gt=0).exists()

    def test_a_new_version_replaces_every_word_and_facet_of_the_old_one(self, library):
        library.publish(document("1", en="Trapeze", facets={"cost": ("free",)}))
        library.publish(document("1", en="Juggling", facets={"cost": ("fee",)}))

        assert (found("trapeze"), found("juggling")) == ([], ["1"])
        assert [each.value for each in ask(facets=("cost",)).facets["cost"]] == ["fee"]

    def test_what_was_read_earlier_never_overwrites_what_was_read_later(self, library):
        library.publish(document("1", en="Newer", version=20))
        library.publish(document("1", en="Older", version=10))

        assert (found("newer"), found("older")) == (["1"], [])

    def test_rebuild_mends_everything_and_its_second_run_has_nothing_to_do(self, library):
        library.publish(document("gone", en="Gone"), document("stays", en="Stays"))
        library.withdraw("gone")
        library.keep(document("new", en="New"), document("stays", en="Changed"))

        drift = indexer.check()["thing"]
        changed = indexer.rebuild()

        assert (drift.missing, drift.outdated, drift.surplus) == ({"new"}, {"stays"}, {"gone"})
        assert changed == 3
        assert (found(), indexer.rebuild(), any(indexer.check().values())) == (["stays", "new"], 0, False)
        assert SearchVocabulary.objects.count() == 2
        assert SearchDocument.objects.count() == 2

    def test_an_answer_costs_few_queries_whatever_is_asked(self, clinics, django_assert_max_num_queries, engine):
        """Of Elasticsearch's answer only the texts of the page come from the database."""
        facets = ("cost", "need", "kind")
        groups = {"cost": frozenset({"free"}), "need": frozenset({"10"})}

        most = (2, 1, 0, 3) if engine == "elasticsearch" else (5, 3, 1, 4)
        with django_assert_max_num_queries(most[0]):
            assert ask("clinic", filters=groups, near=SALINAS, sort="nearest", facets=facets).total == 2
        with django_assert_max_num_queries(most[1]):
            assert ask(facets=facets).total == 5
        with django_assert_max_num_queries(most[2]):
            assert ask(filters={"cost": frozenset({"gold"})}, facets=facets).total == 0
        with django_assert_max_num_queries(most[3]):
            assert suggest("clin", "en")
