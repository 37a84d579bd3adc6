"""What awaits the office, on the first page of the admin: at most seven lines, each leading to a list."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import WorkflowState

from core.awaiting import AwaitingPanel, Line
from core.locales import locale_id, target_languages
from core.models.words import WordsState
from directory.models import Location, Organization, Service
from directory.rights import permission
from directory.viewsets.columns import language_name, state_name
from directory.viewsets.filters import NEVER, not_confirmed


class DirectoryPanel(AwaitingPanel):
    name = "directory"
    heading = _("Directory")
    order = 50

    def lines(self) -> Iterable[Line]:
        return list(awaiting())[:7] if self.request.user.has_perm(permission("view", Service)) else []


def awaiting() -> Iterator[Line]:
    services = Service.objects.facts().filter(live=True)
    index = reverse(Service.snippet_viewset.get_url_name("list"))
    aged = str(settings.LISTING_AGES_AFTER_DAYS)
    again, never = not_confirmed(services, "", aged).count(), services.filter(assured_date=None).count()
    drafts = Service.objects.facts().filter(live=False).count()
    yield Line(waiting_for_review(), _("waiting for review"), reverse("wagtailadmin_reports:workflow"))
    yield Line(
        again,
        ngettext("service to confirm again", "services to confirm again", again),
        f"{index}?confirmed={aged}&state=live",
    )
    yield Line(
        never,
        ngettext("service never confirmed", "services never confirmed", never),
        f"{index}?confirmed={NEVER}&state=live",
    )
    yield from _words(services.count(), index)
    yield Line(drafts, ngettext("service not on the site", "services not on the site", drafts), f"{index}?state=draft")


def waiting_for_review() -> int:
    kinds = ContentType.objects.get_for_models(Service, Organization, Location).values()
    return WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, content_type__in=kinds).count()


def _words(total: int, index: str) -> Iterator[Line]:
    live_keys = Service.objects.facts().filter(live=True).values("translation_key")
    for language in target_languages()[:1]:
        rows = Service.objects.filter(locale_id=locale_id(language), translation_key__in=live_keys)
        counts = {state: rows.filter(words_state=state).count() for state in WordsState}
        has_words = sum(count for state, count in counts.items() if state != WordsState.MISSING)
        counts[WordsState.MISSING] = total - has_words
        for state in (WordsState.MISSING, WordsState.OUTDATED, WordsState.MACHINE):
            text = _("%(language)s: %(state)s") % {"language": language_name(language), "state": state.label}
            yield Line(counts[state], text, f"{index}?{state_name(language)}={state}&state=live")
