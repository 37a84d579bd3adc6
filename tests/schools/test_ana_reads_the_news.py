"""Stories of the district and of schools: newest first, in the reader's language, with pictures people agreed to."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.test import Client
from PIL import Image

from core.models import SiteImage
from home.tree import Rooms, ensure_tree, follow_source_tree
from schools.calendar import today
from schools.topics.models import StoryIndexPage, StoryPage
from tests.schools.topic_pages import add, add_school

pytestmark = pytest.mark.django_db


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture
def news(rooms: dict[str, Rooms]) -> dict[str, StoryIndexPage]:
    english = add(StoryIndexPage, rooms["en"].home, "News")
    return {"en": english, "es": add(StoryIndexPage, rooms["es"].home, "Noticias", of=english, language="es")}


@pytest.fixture
def picture(settings: object, tmp_path: object) -> SiteImage:
    settings.MEDIA_ROOT = str(tmp_path)  # type: ignore[attr-defined]
    file = BytesIO()
    Image.new("RGB", (20, 10)).save(file, "PNG")
    file.seek(0)
    return SiteImage.objects.create(title="Garden", credit="Delia Robledo", file=ImageFile(file, name="garden.png"))


def titles(ana: Client, path: str) -> list[str]:
    page = BeautifulSoup(ana.get(path).content, "html.parser")
    return [link.get_text(strip=True) for link in page.select("main .card a")]


def test_the_newest_story_comes_first_by_the_date_of_the_facts(ana: Client, news: dict[str, StoryIndexPage]) -> None:
    old = add(StoryPage, news["en"], "Old", told_on=date(2026, 1, 1))
    new = add(StoryPage, news["en"], "New", told_on=date(2026, 9, 1))
    add(StoryPage, news["es"], "Nueva", of=new, language="es", told_on=date(2020, 1, 1))
    add(StoryPage, news["es"], "Vieja", of=old, language="es", told_on=date(2026, 10, 1))

    assert titles(ana, news["en"].url) == ["New", "Old"]
    assert titles(ana, news["es"].url) == ["Nueva", "Vieja"]
    assert "1 de septiembre de 2026" in ana.get(news["es"].url).content.decode()


@pytest.mark.parametrize("number", ["2", "99", "-1", "x", ""])
def test_whatever_page_is_asked_for_there_is_one(ana: Client, news: dict[str, StoryIndexPage], number: str) -> None:
    for day in range(13):
        add(StoryPage, news["en"], f"Story {day}", told_on=date(2026, 1, 1) + timedelta(days=day))

    shown = titles(ana, f"{news['en'].url}?page={number}")

    assert shown == ["Story 0"] if number in ("2", "99", "-1") else len(shown) == 12


def test_a_school_tells_its_own_stories_and_the_district_everybodys(
    ana: Client, rooms: dict[str, Rooms], news: dict[str, StoryIndexPage]
) -> None:
    school = add_school(rooms)
    own = add(StoryIndexPage, school, "News")
    for number in range(4):
        add(StoryPage, own, f"Washing machine {number}", told_on=date(2026, 1, 1 + number))
    add(StoryPage, news["en"], "Letters")

    assert titles(ana, own.url) == [f"Washing machine {number}" for number in (3, 2, 1, 0)]
    assert "Letters" in titles(ana, news["en"].url) and "Washing machine 0" in titles(ana, news["en"].url)
    page = ana.get(school.url).content.decode()
    assert "Washing machine 3" in page and "Washing machine 0" not in page and "Letters" not in page


def test_each_list_has_a_feed_of_what_is_written_in_its_language(ana: Client, news: dict[str, StoryIndexPage]) -> None:
    story = add(StoryPage, news["en"], "Letters & “forms”")
    add(StoryPage, news["es"], "Cartas de Peña", of=story, language="es")
    add(StoryPage, news["en"], "Only English")
    follow_source_tree()

    english, spanish = (ana.get(f"{news[language].url}feed/") for language in ("en", "es"))

    assert english["Content-Type"].startswith("application/rss+xml")
    assert "Letters &amp; “forms”" in english.content.decode() and "<language>en<" in english.content.decode()
    assert "Cartas de Peña" in spanish.content.decode() and "Only English" not in spanish.content.decode()
    assert "<language>es<" in spanish.content.decode()
    assert "Only English" in titles(ana, news["es"].url)


def test_the_language_switch_of_the_news_leads_to_the_other_language(
    ana: Client, news: dict[str, StoryIndexPage]
) -> None:
    assert f'href="{news["es"].url}"' in ana.get(news["en"].url).content.decode()


def test_a_picture_has_its_credit_and_words_in_the_language_of_the_page(
    ana: Client, news: dict[str, StoryIndexPage], picture: SiteImage
) -> None:
    story = add(StoryPage, news["en"], "Garden", picture=picture, picture_says="Rows of plants")
    huerto = add(StoryPage, news["es"], "Huerto", of=story, language="es", picture_says="Surcos con plantas")

    assert 'alt="Rows of plants"' in ana.get(story.url).content.decode()
    page = ana.get(huerto.url).content.decode()
    assert 'alt="Surcos con plantas"' in page and "Delia Robledo" in page

    StoryPage.objects.filter(pk=huerto.pk).update(picture_says="")
    figure = BeautifulSoup(ana.get(huerto.url).content, "html.parser").select_one("figure.story__picture")
    assert figure is not None and figure["lang"] == "en"


def test_a_picture_goes_when_the_agreement_ends(
    ana: Client, news: dict[str, StoryIndexPage], picture: SiteImage
) -> None:
    yesterday = today() - timedelta(days=1)
    story = add(
        StoryPage,
        news["en"],
        "Garden",
        picture=picture,
        picture_says="Rows of plants",
        people_agreed_on=yesterday - timedelta(days=300),
        people_agreed_until=today(),
    )
    assert "Rows of plants" in ana.get(story.url).content.decode()

    StoryPage.objects.filter(pk=story.pk).update(people_agreed_until=yesterday)
    assert "Rows of plants" not in ana.get(story.url).content.decode()


def test_a_picture_without_words_is_refused_in_each_language(
    news: dict[str, StoryIndexPage], picture: SiteImage
) -> None:
    story = add(StoryPage, news["en"], "Garden", picture=picture, picture_says="Rows of plants")
    huerto = add(StoryPage, news["es"], "Huerto", of=story, language="es", picture_says="Surcos")
    story.picture_says = huerto.picture_says = ""

    for page in (story, huerto):
        with pytest.raises(ValidationError, match="picture_says"):
            page.full_clean()


def test_an_agreement_needs_its_end(news: dict[str, StoryIndexPage], picture: SiteImage) -> None:
    story = add(StoryPage, news["en"], "Garden", picture=picture, picture_says="Rows of plants")
    story.people_agreed_on = today()

    with pytest.raises(ValidationError, match="people_agreed_until"):
        story.full_clean()
