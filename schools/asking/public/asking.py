"""Ask an ambassador: the form, the lines for people in danger, and what happens next."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from core.clock import day_in_words
from core.context import dialable
from core.forms.views import PublicFormView
from core.locales import source_language
from schools.asking.about import local_path
from schools.asking.crisis import lines_for
from schools.asking.forms import AskForm
from schools.asking.models import HelpRequest
from schools.asking.receiving import receive

# As the model names them.
FIELDS = ("school", "kind", "name", "about", "language", "words", "way", "contact", *AskForm.safe_names)
KNOWING = "anyway"  # The button below the lines for people in danger.


# What a family writes belongs in no report of an error.
@method_decorator(sensitive_post_parameters(), name="dispatch")
class AskView(PublicFormView):
    form_class = AskForm
    template_name = "schools/asking/ask.html"
    answer_template_name = "schools/asking/asked.html"
    heading = _("Ask an ambassador")
    intro = _("Tell us what your family needs. Somebody from the school answers you. It costs nothing.")
    button = _("Send my request")
    answer_heading = _("We have your request")

    @property
    def kept_days(self) -> int:
        return int(settings.PERSONAL_DATA_KEPT_DAYS)

    @property
    def most_days(self) -> int:
        return int(settings.PERSONAL_DATA_KEPT_UNTOUCHED_DAYS)

    def get_initial(self) -> dict[str, Any]:
        query = self.request.GET
        return {"school": query.get("school", "")[:255], "about": local_path(query.get("about", ""))}

    def act(self, form: Any) -> str:
        return receive({name: form.cleaned_data[name] for name in FIELDS}, written_in=language()).reference

    def _done(self, form: Any) -> HttpResponse:
        """Before anything is stored, whoever may be in danger reads who helps at once."""
        text = f"{form.cleaned_data['words']}\n{form.cleaned_data['safe_when']}"
        lines = [] if KNOWING in self.request.POST else lines_for(text, language())
        if not lines:
            return super()._done(form)
        context = self.get_context_data(form=form, crisis=lines, knowing=KNOWING, button=_("Send my request anyway"))
        return self.render_to_response(context)

    def words(self, **more: Any) -> dict[str, Any]:
        if answer := more.get("answer"):
            more |= next_steps(str(answer))
        return super().words(**more)


def next_steps(reference: str) -> dict[str, Any]:
    """What the answer page says: until when, and whom to call before that."""
    request = HelpRequest.objects.select_related("school").filter(reference=reference).first()
    if request is None:
        return {}
    school = request.school.in_language(language()) if request.school else None
    phone = request.school.phone if request.school else ""
    return {
        "due": day_in_words(request.due_on),
        "school": school,
        "phone": phone,
        "phone_href": f"tel:{dialable(phone)}" if phone else "",
        "is_urgent": request.is_urgent,
    }


def language() -> str:
    return get_language() or source_language()
