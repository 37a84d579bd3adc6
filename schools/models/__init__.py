from schools.models.people import Appointment, Person, Presence
from schools.models.school_index_page import SchoolIndexPage
from schools.models.school_page import SchoolPage

__all__ = ["Appointment", "Person", "Presence", "SchoolIndexPage", "SchoolPage"]
