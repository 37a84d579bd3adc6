"""The groups of the office and its review, so that a new installation needs no afternoon of ticking boxes."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from core.locales import target_languages
from core.models import OutgoingMail
from directory.models import Location, Organization, Service, Taxonomy, TaxonomyTerm, Unit
from directory.rights import words_codename
from schools.asking.office import ensure_office_group
from schools.office import ensure_groups as ensure_groups_of_schools
from schools.office import grant_appointing
from schools.pairs.models import DocumentPair, VideoPair
from search.log.models import QueryLog, SearchGap
from search.thesaurus.models import Concept, PromotedAnswer

EDITORS = "District editors"
MODERATORS = "Moderators"
REVIEW = "Office review"
LISTINGS = (Organization, Service, Location)
RECORDS = (*LISTINGS, TaxonomyTerm)
LISTS = (Taxonomy, Unit)
PAPERS = (DocumentPair, VideoPair)
SEARCHING = (Concept, PromotedAnswer)


def translators(language: str) -> str:
    return f"Translators ({dict(settings.LANGUAGES)[language]})"


@transaction.atomic
def ensure_groups_and_workflow() -> None:
    """Give each group the rights it needs and put every listing under review. Takes nothing away; safe to run again."""
    moderators = Group.objects.get_or_create(name=MODERATORS)[0]
    _grant(moderators, RECORDS, "add", "change", "delete", "view", "publish", "lock", "unlock")
    _grant(moderators, LISTS, "add", "change", "delete", "view")
    _grant(moderators, (OutgoingMail,), "view", "change")
    grant_appointing(moderators)
    editors = _editors()
    _grant(editors, RECORDS, "add", "change", "view")
    _grant(editors, LISTS, "view")
    for group in (moderators, editors):
        _grant(group, SEARCHING, "add", "change", "delete", "view")
        _grant(group, (QueryLog,), "view")
        _grant(group, (SearchGap,), "add")
    _grant_codenames(moderators, "wagtail_localize", "submit_translation")
    _grant_codenames(editors, "wagtail_localize", "submit_translation")
    for group in (moderators, editors):
        _grant_codenames(group, "wagtailadmin", "access_admin")
    for language in target_languages():
        _ensure_translators(language)
    _ensure_review(moderators)
    for group in (moderators, editors):
        _grant(group, PAPERS, "add", "change", "delete", "view")
    ensure_groups_of_schools()
    for group in (moderators, ensure_office_group()):
        _grant_running_events(group)


def _grant_running_events(group: Group) -> None:
    """The sign-ups of every event, and the checks of those who help. By name: events stand above the directory."""
    _grant_codenames(group, "signups", "run_all")
    for model in ("clearancetier", "clearance"):
        _grant_codenames(group, "volunteers", *(f"{action}_{model}" for action in ("add", "change", "view")))
    _grant_codenames(group, "volunteers", "view_volunteer", "change_volunteer")


def ensure_once(**_kwargs: Any) -> None:
    """On a fresh database only: what the office changes afterwards is the office's.

    A database that was emptied but not made anew has no root to hang rights on, and gets none.
    """
    if "wagtailcore_workflow" not in connection.introspection.table_names():
        return
    if Collection.get_first_root_node() is not None and not Group.objects.filter(name=EDITORS).exists():
        ensure_groups_and_workflow()


def last_app_with_models() -> Any:
    """The app whose post_migrate comes last, when all permissions of all models are there."""
    return [config for config in apps.get_app_configs() if config.models_module is not None][-1]


def _editors() -> Group:
    """Wagtail is born with a group "Editors" that may write pages and choose pictures: they are our editors."""
    Group.objects.exclude(name=EDITORS).filter(name="Editors").update(name=EDITORS)
    return Group.objects.get_or_create(name=EDITORS)[0]


def _grant(group: Group, models: tuple[Any, ...], *actions: str) -> None:
    for model in models:
        codenames = [f"{action}_{model._meta.model_name}" for action in actions]
        _grant_codenames(group, model._meta.app_label, *codenames)


def _grant_codenames(group: Group, app_label: str, *codenames: str) -> None:
    group.permissions.add(*Permission.objects.filter(content_type__app_label=app_label, codename__in=codenames))


def words_permissions() -> list[Permission]:
    """One right per language; made here, since a model's Meta knows no settings."""
    kind = ContentType.objects.get_for_model(Service)
    return [
        Permission.objects.get_or_create(
            content_type=kind,
            codename=words_codename(language),
            defaults={"name": f"Can write the words of listings in {dict(settings.LANGUAGES)[language]}"},
        )[0]
        for language in target_languages()
    ]


def _ensure_translators(language: str) -> None:
    group = Group.objects.get_or_create(name=translators(language))[0]
    words_permissions()
    # "change" without "add" is a right to words only, see directory.rights.
    _grant(group, RECORDS, "change", "view", "publish")
    _grant_codenames(group, "directory", words_codename(language))
    _grant_codenames(group, "wagtail_localize", "submit_translation")
    _grant_codenames(group, "wagtailadmin", "access_admin")
    for home in Page.objects.filter(depth=2, locale__language_code=language):
        for codename in ("change_page", "publish_page"):
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
            GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)


def _ensure_review(moderators: Group) -> None:
    review = Workflow.objects.get_or_create(name=REVIEW)[0]
    task = GroupApprovalTask.objects.get_or_create(name=REVIEW)[0]
    task.groups.add(moderators)
    WorkflowTask.objects.get_or_create(workflow=review, task=task, defaults={"sort_order": 0})
    for model in LISTINGS:
        kind = ContentType.objects.get_for_model(model)
        WorkflowContentType.objects.get_or_create(content_type=kind, defaults={"workflow": review})
    root = Page.get_first_root_node()
    if root is not None:
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": review})
