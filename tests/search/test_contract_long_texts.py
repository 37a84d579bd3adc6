"""What every engine promises about texts longer than anybody writes, and about phrases in them."""

import pytest

from search.document import Text
from search.thesaurus.models import Concept, ConceptWords
from tests.search.library import document, found

LETTERS = 60


def words(field: str, how_many: int = 4_000) -> str:
    """Words that are all different, as long as words may be."""
    return " ".join(f"{field}{number}".ljust(LETTERS, "x") for number in range(how_many))


@pytest.mark.usefixtures("engine")
class TestLongTexts:
    def test_a_text_of_a_megabyte_is_kept_and_its_first_words_are_found(self, library):
        text = Text("Winter coats", keywords=words("k"), summary=words("s"), body=words("b"))

        library.publish(document("1", en=text, es=text), document("2", en="Dentist"))

        assert found("winter coats") == ["1"]
        assert found("k17".ljust(LETTERS, "x")) == ["1"]

    def test_phrases_of_two_and_three_words_are_met_as_they_stand(self, library):
        concept = Concept.objects.create(code="moved")
        words_of_it = "relocation\nmoving van\nlost blue home"
        ConceptWords.objects.create(concept=concept, language="en", words=words_of_it)
        library.publish(
            document("1", en=Text("Trucks", body="Ask for a moving van.")),
            document("2", en=Text("Van lines", body="We are moving soon. A big van comes.")),
            document("3", en=Text("Shelter", body="For people whose lost blue home burned")),
            document("4", en=Text("Lost", body="A lost blue dog; blue home paint; lost blue bags")),
        )

        assert sorted(found("relocation")) == ["1", "3"]
