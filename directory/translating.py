"""Translation rows in the admin: they open in the translator's editor, whoever made them, for those who may."""

from functools import cache
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLResolver, path
from django.urls.resolvers import RegexPattern
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.wagtail_hooks import register_admin_urls as localize_urls

from core.models import WordsMixin
from core.translation import adopt
from directory.models import Service
from directory.rights import may_touch, permission
from schools.guard import may_translate


def open_words(request: HttpRequest, row: Any) -> None:
    """Before a translation row opens: imported, or stopped by somebody, it is put into the editor all the same."""
    if isinstance(row, WordsMixin) and not row.is_source:
        translation = adopt(row)
        if not translation.enabled:
            translation.enabled = True
            translation.save(update_fields=["enabled"])


def guarded_urls() -> list[Any]:
    """Stand before wagtail-localize's own: it asks for a right to the model, never for one to the language."""
    return [
        path("localize/translate/<int:translation_id>/preview/", preview),
        path("localize/translate/<int:translation_id>/preview/<str:mode>/", preview),
        path("localize/translate/<int:translation_id>/<path:rest>", translate),
        path("localize/update/<int:translation_source_id>/", update),
        path("localize/submit/page/<int:page_id>/", submit_page),
        path("localize/submit/snippet/<slug:app>/<slug:model>/<str:pk>/", of_model),
        path("localize/api/snippets/<slug:app>/<slug:model>/", of_model),
        path("localize/api/snippets/<slug:app>/<slug:model>/<str:pk>/", of_model),
        path("localize/reports/translations/<path:rest>", report),
        path("localize/reports/translations/", report),
    ]


def translate(request: HttpRequest, translation_id: int, rest: str) -> HttpResponse:
    row = get_object_or_404(Translation, pk=translation_id).get_target_instance()
    if isinstance(row, WordsMixin) and not may_touch(request.user, row):
        raise PermissionDenied
    if isinstance(row, WordsMixin) and rest.startswith("disable"):
        messages.info(request, _("The words of a listing are always written here: its facts live in the original."))
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
    return _answer_of_localize(request)


def update(request: HttpRequest, translation_source_id: int) -> HttpResponse:
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    if not _may_submit(request.user, source.get_source_instance()):
        raise PermissionDenied
    if request.POST.get("publish_translations") and not _may_publish(request.user, source):
        raise PermissionDenied
    return _answer_of_localize(request)


def submit_page(request: HttpRequest, page_id: int) -> HttpResponse:
    if not may_translate(request.user, get_object_or_404(Page, pk=page_id)):
        raise PermissionDenied
    return _answer_of_localize(request)


def of_model(request: HttpRequest, app: str, model: str, pk: str = "") -> HttpResponse:
    if not request.user.has_perm(f"{app}.change_{model}"):
        raise PermissionDenied
    return _answer_of_localize(request)


def report(request: HttpRequest, rest: str = "") -> HttpResponse:
    """It lists the drafts of every page there is: for those who work on the words of the directory."""
    if not request.user.has_perm(permission("view", Service)):
        raise PermissionDenied
    return _answer_of_localize(request)


@xframe_options_sameorigin
def preview(request: HttpRequest, translation_id: int, mode: str = "") -> HttpResponse:
    """wagtail-localize previews pages; ours are records."""
    translation = get_object_or_404(Translation, pk=translation_id)
    row = translation.get_target_instance()
    if isinstance(row, Page):
        return _answer_of_localize(request)
    if not may_touch(request.user, row):
        raise PermissionDenied
    if not getattr(row, "preview_modes", None):
        raise Http404
    draft = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    return draft.make_preview_request(request, row.locale.language_code)


def _may_submit(user: Any, thing: Any) -> bool:
    if isinstance(thing, Page):
        return may_translate(user, thing)
    return user.has_perm(permission("change", type(thing)))


def _may_publish(user: Any, source: TranslationSource) -> bool:
    rows = [translation.get_target_instance() for translation in source.translations.filter(enabled=True)]
    return all(
        row.permissions_for_user(user).can_publish()
        if isinstance(row, Page)
        else user.has_perm(permission("publish", type(row))) and may_touch(user, row)
        for row in rows
    )


@cache
def _localize() -> URLResolver:
    return URLResolver(RegexPattern(r"^/"), tuple(localize_urls()))


def _answer_of_localize(request: HttpRequest) -> HttpResponse:
    path_below = request.path_info[request.path_info.index("/localize/") :]
    match = _localize().resolve(path_below)
    return match.func(request, *match.args, **match.kwargs)
