from wagtail.snippets.models import register_snippet

from events.volunteers.viewsets import VolunteersGroup

register_snippet(VolunteersGroup)
