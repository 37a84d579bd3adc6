from partners.models.proposals import Change, Kind, Proposal, State, Verdict, Way

__all__ = ["Change", "Kind", "Proposal", "State", "Verdict", "Way"]
