"""Asking for the newsletter, saying yes, and leaving: by a button each, never by opening an address."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.forms.public import PublicForm
from core.forms.views import PublicFormView
from core.locales import source_language
from core.mail.envelope import checked_address
from schools.choosing import SchoolOrOfficeField
from schools.newsletter.subscribing import ask_to_confirm, confirm, leave


class DistrictOrSchoolField(SchoolOrOfficeField):
    office = _("Only the district's")


class SubscribeForm(PublicForm):
    address = forms.CharField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    school = DistrictOrSchoolField(
        label=_("Whose newsletter?"), help_text=_("Who chooses a school gets the district's newsletter too.")
    )
    language = forms.ChoiceField(
        label=_("In which language?"), choices=lambda: settings.LANGUAGES, widget=forms.RadioSelect
    )

    def clean_address(self) -> str:
        return checked_address(self.cleaned_data["address"])


class SubscribeView(PublicFormView):
    form_class = SubscribeForm
    heading = _("The newsletter by e-mail")
    button = _("Ask for it")
    answer_heading = _("Look into your mail")
    answer_text = _("We wrote to you. Open the letter and press the button there; only then you get the newsletter.")

    def get_initial(self) -> dict[str, Any]:
        return {"language": get_language() or source_language(), "school": self.request.GET.get("school", "")}

    def words(self, **more: Any) -> dict[str, Any]:
        sentence = gettext(
            "We send you a letter with a button. If nobody presses it, we forget the address after %(days)s days. "
            "You can leave with one tap in every issue."
        )
        return super().words(what_next=sentence % {"days": settings.NEWSLETTER_CONFIRM_WITHIN_DAYS}, **more)

    def act(self, form: SubscribeForm) -> str:
        ask_to_confirm(**form.cleaned_data)
        return ""


# The address holds a secret that was sent to the reader alone, and no cookie takes part: there is nothing to forge.
# Mail programs that offer "unsubscribe" themselves send a bare POST (RFC 8058).
@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_page(request: HttpRequest, secret: str) -> HttpResponse:
    state = "ask"
    if request.method == "POST":
        state = "done" if confirm(secret) else "unknown"
    return render(request, "schools/newsletter/confirm.html", {"state": state})


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave_page(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever left before reads the same again."""
    if request.method == "POST":
        leave(secret)
    return render(request, "schools/newsletter/leave.html", {"has_left": request.method == "POST"})
