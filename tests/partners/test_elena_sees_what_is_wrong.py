"""Advice about listings: what is missing, what may be there twice, what is hard to read."""

import pytest
from django.urls import reverse

from directory.models import Location, Organization, Phone, Service
from partners.quality.missing import completeness
from partners.quality.readability import english_syllables, reading_of, spanish_syllables
from partners.quality.twice import pairs
from tests.whole_listings import a_service, an_organization

EASY = (
    "You can get food here. Bring a bag. Come on Friday. We open at nine. You need no papers. We speak Spanish. "
    "All may come."
)
HARD = (
    "Participants demonstrating residential eligibility throughout the jurisdiction are encouraged to communicate "
    "with administrative personnel regarding supplementary nutritional assistance opportunities and requirements."
)
FACIL = (
    "Aquí hay comida. Traiga una bolsa. Venga el viernes. Abrimos a las nueve. No pedimos papeles. Hablamos español. "
    "Todos pueden venir con su familia. No cuesta nada."
)
DIFICIL = (
    "Las personas participantes que demuestren elegibilidad residencial correspondiente a la jurisdicción deberán "
    "comunicarse con el personal especializado respecto de oportunidades complementarias de asistencia nutricional."
)
ENGLISH = {"food": 1, "pantry": 2, "home": 1, "table": 2, "opened": 2, "family": 3, "wanted": 2}
SPANISH = {"comida": 3, "ayuda": 3, "queso": 2, "guía": 2, "bueno": 2, "país": 2, "leer": 2, "ciudad": 2, "y": 1}
SPANISH |= {"muy": 1, "escuela": 3, "pingüino": 3, "teléfono": 4, "día": 2, "guerra": 2, "oído": 3}


@pytest.mark.parametrize(
    ("word", "count"),
    [("food", 1), ("pantry", 2), ("home", 1), ("table", 2), ("opened", 2), ("family", 3), ("wanted", 2)],
)
def test_english_syllables(word, count) -> None:
    assert english_syllables(word) == count


@pytest.mark.parametrize(("word", "count"), SPANISH.items())
def test_spanish_syllables(word, count) -> None:
    assert spanish_syllables(word) == count


@pytest.mark.parametrize(("easy", "hard", "language"), [(EASY, HARD, "en"), (FACIL, DIFICIL, "es")])
def test_a_plain_text_is_easy_and_an_office_text_is_not(easy, hard, language) -> None:
    assert not reading_of(easy, language).is_hard
    assert reading_of(hard + " " + hard, language).is_hard
    assert reading_of("Food.", language) is None


@pytest.mark.django_db
def test_what_is_missing_is_counted_by_the_facts_that_decide(pantry: Service, mesa: Organization) -> None:
    bare = Service.objects.create(organization=an_organization("Bare"), name="Bare", live=True)
    Phone.objects.filter(organization=bare.organization).delete()
    before = completeness()

    found = {each.service.name: each.missing for each in before.incomplete}

    assert set(found["Bare"]) == {"phone", "hours", "place", "eligibility", "cost", "papers", "languages", "words"}
    assert before.total == 2
    Service.objects.filter(pk=bare.pk).update(delivery=["phone"], cost="free", papers="none", groups=["veterans"])
    after = {each.service.name: each.missing for each in completeness().incomplete}
    assert set(after["Bare"]) == {"phone", "hours", "languages", "words"}
    assert completeness().share > before.share


@pytest.mark.django_db
def test_organizations_that_may_be_there_twice(spanish: object) -> None:
    made = {}
    for name, website, number in (
        ("Mesa Sereno Food Bank", "https://www.mesa.org/", "(831) 555-0151"),
        ("The Food Bank of Mesa Sereno", "https://mesa.org", "(831) 555-0152"),
        ("Olla Común", "", "831-555-0151"),
        ("Food Bank, Mesa Sereno", "", ""),
    ):
        made[name] = Organization.objects.create(name=name, website=website)
        if number:
            Phone.objects.create(organization=made[name], number=number)
    Location.objects.create(organization=made["Mesa Sereno Food Bank"], name="Here", latitude=36.67, longitude=-121.65)
    Location.objects.create(organization=made["Food Bank, Mesa Sereno"], name="Far", latitude=37.67, longitude=-121.65)

    found = {frozenset((str(pair.one), str(pair.other))): set(pair.reasons) for pair in pairs()}

    assert found[frozenset(("Mesa Sereno Food Bank", "The Food Bank of Mesa Sereno"))] == {"page", "name"}
    assert found[frozenset(("Mesa Sereno Food Bank", "Olla Común"))] == {"phone"}
    assert frozenset(("Mesa Sereno Food Bank", "Food Bank, Mesa Sereno")) not in found


@pytest.mark.django_db
def test_the_office_reads_it_and_partners_do_not(moses, marta, pantry: Service) -> None:
    a_service(an_organization("Otra"), "Soup", [])
    Service.objects.filter(pk=pantry.pk).update(description=f"{HARD} {HARD}", cost="unknown", fees_description="")

    page = moses.get(reverse("partners_quality"), {"missing": "cost"}).content.decode()

    assert "Pantry" in page
    assert "Reads like school grade" in page
    assert moses.get(reverse("partners_quality"), {"export": "csv"}).status_code == 200
    assert marta.get(reverse("partners_quality"), follow=True).status_code in (403, 404)
