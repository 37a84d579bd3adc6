"""The Human Services Data Specification 3.1.1 as Django models; what goes beyond it says so in its help text."""

from directory.models.conditions import CostOption, Funding, RequiredDocument, ServiceArea, ServiceCapacity, Unit, Url
from directory.models.contact import Contact, Language, Phone
from directory.models.files import ServiceFile
from directory.models.hours import Schedule, ScheduleException
from directory.models.index_page import DirectoryIndexPage
from directory.models.locations import Accessibility, Address, Location
from directory.models.merged import Merged
from directory.models.organizations import Organization, OrganizationIdentifier, Program
from directory.models.places import ServiceAtLocation
from directory.models.provenance import Metadata, MetaTableDescription
from directory.models.schools_served import SchoolServed
from directory.models.services import Service
from directory.models.terms import Attribute, Taxonomy, TaxonomyTerm

__all__ = [
    "Accessibility",
    "Address",
    "Attribute",
    "Contact",
    "CostOption",
    "DirectoryIndexPage",
    "Funding",
    "Language",
    "Location",
    "Merged",
    "MetaTableDescription",
    "Metadata",
    "Organization",
    "OrganizationIdentifier",
    "Phone",
    "Program",
    "RequiredDocument",
    "Schedule",
    "ScheduleException",
    "SchoolServed",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceCapacity",
    "ServiceFile",
    "Taxonomy",
    "TaxonomyTerm",
    "Unit",
    "Url",
]
