"""What the schools add to the admin."""

from wagtail.snippets.models import register_snippet

from schools.viewsets.people import SchoolsGroup

register_snippet(SchoolsGroup)
