from schools.asking.models.handovers import Handover
from schools.asking.models.lists import ListItem, ResourceList
from schools.asking.models.notes import RequestNote
from schools.asking.models.requests import PERSONAL, HelpRequest, Kind, Status, Way

__all__ = ["PERSONAL", "Handover", "HelpRequest", "Kind", "ListItem", "RequestNote", "ResourceList", "Status", "Way"]
