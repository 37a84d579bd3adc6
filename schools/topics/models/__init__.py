from schools.topics.models.crisis import CrisisLine, CrisisPage
from schools.topics.models.focus import FocusArea
from schools.topics.models.hub_papers import HubPaper
from schools.topics.models.hubs import TopicHubPage, TopicIndexPage
from schools.topics.models.people import OfficePeoplePage, OfficePerson
from schools.topics.models.programmes import Partner, ProgrammePage
from schools.topics.models.progress import ProgressPage, Promise
from schools.topics.models.stories import StoryIndexPage, StoryPage
from schools.topics.models.tags import Tagged, tag_panels
from schools.topics.models.values import PillarAtSchool, PillarPage, ValueIndexPage, ValuePage

__all__ = [
    "CrisisLine",
    "CrisisPage",
    "FocusArea",
    "HubPaper",
    "OfficePeoplePage",
    "OfficePerson",
    "Partner",
    "PillarAtSchool",
    "PillarPage",
    "ProgrammePage",
    "ProgressPage",
    "Promise",
    "StoryIndexPage",
    "StoryPage",
    "Tagged",
    "TopicHubPage",
    "TopicIndexPage",
    "ValueIndexPage",
    "ValuePage",
    "tag_panels",
]
