"""Topics, programmes, news and promises of the demo, from `schools/data/demo/`."""

from collections.abc import Mapping
from datetime import date

from wagtail.models import Page

from core.locales import source_language
from schools.demo import read
from schools.models import SchoolPage
from schools.topics.demo.news import Known, load_news, load_promises, load_school_promises
from schools.topics.demo.office import load_crisis_page, load_office_people
from schools.topics.demo.pages import ensure, words_of_room
from schools.topics.demo.topics import load_focus_areas, load_hubs, load_pillars, load_programmes, load_values
from schools.topics.models import TopicIndexPage


def load_topics(homes: Mapping[str, Page], schools: Mapping[str, SchoolPage], today: date) -> None:
    """Load what is not there yet. `homes` by language, `schools` are facts pages by their key; either may be few."""
    data, news = read("topics.toml"), read("stories.toml")
    rooms = ensure(TopicIndexPage, homes, data["room"], words_of_room, show_in_menus=True)
    load_focus_areas(data["focus"])
    values = load_values(data, rooms)
    programmes = load_programmes(data["programmes"], rooms, schools, values)
    hubs = load_hubs(data["hubs"], rooms, programmes, today)
    pillars = load_pillars(data["pillars"], hubs["community-schools-hub"], schools)
    for programme in data["programmes"]:
        page = programmes[programme["key"]][source_language()]
        if not page.pillars.exists():
            page.pillars.set([pillars[key][source_language()] for key in programme["pillars"]])
            page.save_revision().publish()
    load_crisis_page(data["crisis"], rooms)
    load_office_people(data["people"], rooms)
    load_promises(news["progress"], rooms, today)
    load_school_promises(news["school_progress"], schools, today)
    load_news(news, homes, Known(schools, values, pillars), today)
