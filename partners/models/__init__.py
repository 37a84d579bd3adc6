from partners.models.at_once import AtOnce
from partners.models.due import Asked, AskingDay, Call
from partners.models.files import PartnerFile
from partners.models.links import Link
from partners.models.members import Claim, Membership
from partners.models.proposals import MODELS, Change, Kind, Proposal, State, Verdict, Way
from partners.models.reports import Problem, Report, Suggestion
from partners.models.sent import Outcome
from partners.models.uploads import Upload

__all__ = [
    "MODELS",
    "Asked",
    "AskingDay",
    "AtOnce",
    "Call",
    "Change",
    "Claim",
    "Kind",
    "Link",
    "Membership",
    "Outcome",
    "PartnerFile",
    "Problem",
    "Proposal",
    "Report",
    "State",
    "Suggestion",
    "Upload",
    "Verdict",
    "Way",
]
