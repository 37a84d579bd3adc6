from schools.models.appointments import Appointment, Presence
from schools.models.people import Person
from schools.models.school_editors import SchoolEditors
from schools.models.school_index_page import SchoolIndexPage
from schools.models.school_page import SchoolPage

__all__ = ["Appointment", "Person", "Presence", "SchoolEditors", "SchoolIndexPage", "SchoolPage"]
