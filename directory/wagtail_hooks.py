"""Everything the directory adds to the admin."""

from typing import Any

from django.http import HttpRequest
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.models import WordsMixin
from directory.models import Location, Organization, Service, TaxonomyTerm
from directory.rights import DirectoryPermissionPolicy
from directory.translating import guarded_urls, open_words
from directory.viewsets.listings import DirectoryGroup

for model in (Organization, Service, Location, TaxonomyTerm):
    # Must stand before the snippets: whoever asks first makes a policy of its own.
    register_permission_policy(model, DirectoryPermissionPolicy(model))
register_snippet(DirectoryGroup)


@hooks.register("before_edit_snippet", order=-1)
def words_open_in_the_editor(request: HttpRequest, row: Any) -> None:
    open_words(request, row)


@hooks.register("register_admin_urls", order=-1)
def urls() -> list[Any]:
    return guarded_urls()
