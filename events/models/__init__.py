from events.models.changed_dates import ChangedDate
from events.models.editions import CalendarEdition
from events.models.event_page import EventPage
from events.models.index_page import EventIndexPage
from events.models.kinds import FourC, Kind, Price
from events.models.materials import EventMaterial
from events.models.occurrences import Occurrence
from events.models.shifts import Shift

__all__ = [
    "CalendarEdition",
    "ChangedDate",
    "EventIndexPage",
    "EventMaterial",
    "EventPage",
    "FourC",
    "Kind",
    "Occurrence",
    "Price",
    "Shift",
]
