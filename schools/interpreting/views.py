"""The form, and the page on which a family sees what became of it."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from core.forms.views import PublicFormView
from core.locales import source_language
from schools.interpreting.for_meetings import for_meeting
from schools.interpreting.forms import InterpreterForm
from schools.interpreting.lead_time import lead_days
from schools.interpreting.letters import status_path
from schools.interpreting.models import InterpreterRequest
from schools.interpreting.requests import Asked, receive


class AskForInterpreterView(PublicFormView):
    form_class = InterpreterForm
    template_name = "schools/interpreting/form.html"
    answer_template_name = "schools/interpreting/received.html"
    heading = _("Ask for an interpreter or a translation")
    intro = _("It costs you nothing. You never have to bring somebody of your own, and never a child.")
    answer_heading = _("We have your request")

    def get_initial(self) -> dict[str, Any]:
        """A link from a school's page names the school, one from a meeting the meeting."""
        return {"school": self.request.GET.get("school", ""), **for_meeting(self.request.GET.get("meeting", ""))}

    def words(self, **more: Any) -> dict[str, Any]:
        days = {"usual_days": lead_days(""), "asl_days": lead_days("ase")}
        return super().words(what_next=_what_next(), **days, **more) | self._received(more)

    def act(self, form: InterpreterForm) -> str:
        written = {name: form.cleaned_data[name] for name in ("what", "language", "school", "about", "way")}
        when = form.cleaned_data["when"]
        language = get_language() or source_language()
        return receive(Asked(**written, needed_on=when.day, needed_at=when.at, told_in=language)).reference

    def _received(self, more: dict[str, Any]) -> dict[str, Any]:
        """The request the signed answer speaks of, unless it is forgotten meanwhile."""
        if "answer" not in more:
            return {}
        request = InterpreterRequest.objects.filter(reference=more["answer"]).exclude(secret="").first()
        if request is None:
            return {}
        link = status_path(request, get_language() or source_language())
        return {"asked": request, "link": link, "needs_days": lead_days(request.language)}


def _what_next() -> str:
    return ngettext(
        "You hear from us within %(days)s working day. %(kept)s days after the day it was for, we forget who asked.",
        "You hear from us within %(days)s working days. %(kept)s days after the day it was for, we forget who asked.",
        settings.INTERPRETER_ANSWER_DAYS,
    ) % {"days": settings.INTERPRETER_ANSWER_DAYS, "kept": settings.PERSONAL_DATA_KEPT_DAYS}


@never_cache
def status(request: HttpRequest, reference: str, secret: str) -> HttpResponse:
    """Only with the secret; a wrong one looks like a reference that never was."""
    asked = InterpreterRequest.objects.filter(reference=reference).exclude(secret="").first()
    if asked is None or not constant_time_compare(asked.secret, secret):
        raise Http404
    return render(
        request, "schools/interpreting/status.html", {"asked": asked, "needs_days": lead_days(asked.language)}
    )
