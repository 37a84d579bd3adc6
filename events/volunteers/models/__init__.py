from events.volunteers.models.tiers import ClearanceTier
from events.volunteers.models.volunteer import AgeBand, Clearance, Volunteer

__all__ = ["AgeBand", "Clearance", "ClearanceTier", "Volunteer"]
