"""The pages every installation begins with in every language: home, directory, schools, events and guides."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization

from core.locales import locale_id, source_language, target_languages
from core.models import SitePage
from directory.models import DirectoryIndexPage
from events.models import EventIndexPage
from home.models import ArticleIndexPage, HomePage
from schools.models import SchoolIndexPage


@dataclass(frozen=True)
class Rooms:
    """The pages of one language."""

    home: HomePage
    directory: DirectoryIndexPage
    schools: SchoolIndexPage
    events: EventIndexPage
    guides: ArticleIndexPage


def ensure_tree() -> dict[str, Rooms]:
    """Make the pages that are missing and leave alone those that are there; rooms by language code."""
    source = source_language()
    rooms = {source: _rooms(source, None)}
    for language in target_languages():
        rooms[language] = _rooms(language, rooms[source])
    _ensure_site(rooms[source].home)
    return rooms


def follow_source_tree() -> None:
    """From now on a page without a translation stands in the other trees too, in its own language."""
    source = Locale.objects.get(pk=locale_id(source_language()))
    for language in target_languages():
        locale = Locale.objects.get(pk=locale_id(language))
        LocaleSynchronization.objects.update_or_create(locale=locale, defaults={"sync_from": source})


def _rooms(language: str, source: Rooms | None) -> Rooms:
    root = Page.get_first_root_node()
    with override(language):
        home = _ensure(
            HomePage, root, language, gettext("What do you need?"), source.home if source else None, slug=language
        )
        directory = _ensure(
            DirectoryIndexPage, home, language, gettext("Directory"), source.directory if source else None
        )
        schools = _ensure(SchoolIndexPage, home, language, gettext("Schools"), source.schools if source else None)
        events = _ensure(EventIndexPage, home, language, gettext("Events"), source.events if source else None)
        guides = _ensure(ArticleIndexPage, home, language, gettext("Guides"), source.guides if source else None)
    return Rooms(home, directory, schools, events, guides)


def _ensure(
    model: type[SitePage], parent: Page, language: str, title: str, source: SitePage | None, *, slug: str = ""
) -> SitePage:
    found = model.objects.filter(locale_id=locale_id(language)).first()
    if found is not None:
        return found
    page = model(title=title, slug=slug or slugify(title), locale_id=locale_id(language), show_in_menus=not slug)
    if source is not None:
        page.translation_key = source.translation_key
    parent.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def _ensure_site(home: HomePage) -> None:
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(
            hostname="localhost", root_page=home, is_default_site=True, site_name=settings.WAGTAIL_SITE_NAME
        )
    elif not isinstance(site.root_page.specific, HomePage):
        welcome = site.root_page
        site.root_page = home
        site.site_name = site.site_name or settings.WAGTAIL_SITE_NAME
        site.save()
        welcome.specific.delete()
