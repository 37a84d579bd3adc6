from schools.councils.models.council import CouncilMember, CouncilPage, SaidAndDone
from schools.councils.models.joining import JoinInterest
from schools.councils.models.meeting import AgendaPosting, MeetingPage
from schools.councils.models.taking_part import TookPart

__all__ = ["AgendaPosting", "CouncilMember", "CouncilPage", "JoinInterest", "MeetingPage", "SaidAndDone", "TookPart"]
