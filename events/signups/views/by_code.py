"""My sign-ups: an address, a code by mail, the list. Nobody learns whether an address is known."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.forms.views import PublicFormView
from core.locales import source_language
from events.signups.codes import GOOD_FOR, WRONG, count_wrong_try, send_code, use_code
from events.signups.forms import AddressForm, CodeForm
from events.signups.models import Code, SignUp
from events.signups.shown import shown_shifts
from events.signups.views.mine import short_lived
from events.volunteers.models import Volunteer


class AskCodeView(PublicFormView):
    form_class = AddressForm
    heading = _("My sign-ups")
    intro = _("We send a code to the e-mail address you signed up with. With it you see your list.")
    button = _("Send me a code")
    answer_template_name = "events/signups/code.html"

    def act(self, form: Any) -> str:
        send_code(form.cleaned_data["email"], get_language() or source_language())
        return str(form.cleaned_data["email"])

    def _answered(self, given: str) -> HttpResponse:
        """The address stands in no URL: the next page is the answer itself."""
        form = CodeForm(initial={"email": given})
        context = super().words(form=form, answer=given, heading=_("Look into your mail"))
        return self.response_class(self.request, self.answer_template_name, context, using=self.template_engine)


class CodeView(PublicFormView):
    form_class = CodeForm
    template_name = "events/signups/code.html"
    answer_template_name = "events/signups/list.html"
    heading = _("Look into your mail")
    answer_heading = _("My sign-ups")
    button = _("Show my list")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Without an answer there is nothing to show here: the first step is to ask for a code."""
        if self._answer_in(request.GET.get("done", "")) is None:
            return HttpResponseRedirect(reverse("my_sign_ups"))
        return super().get(request, *args, **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        if form.has_error(NON_FIELD_ERRORS, WRONG):
            count_wrong_try(form.cleaned_data["email"])
        return super().form_invalid(form)

    def act(self, form: Any) -> str:
        return str(use_code(form.cleaned_data["email"], form.cleaned_data["code"]).pk)

    def words(self, **more: Any) -> dict[str, Any]:
        if "answer" not in more:
            return super().words(**more)
        return super().words(**more) | _list(more["answer"])


def _list(code_pk: str) -> dict[str, Any]:
    """For as long as a code is good; then a new one is asked for."""
    now, language = timezone.now(), get_language() or source_language()
    code = Code.objects.filter(pk=code_pk, used_at__gt=now - GOOD_FOR).first()
    if code is None:
        return {"is_over": True}
    found = SignUp.objects.whole().filter(volunteer__reach=code.email)
    coming = list(
        found.active().filter(shift_date__starts_at__gt=now - timedelta(hours=12)).order_by("shift_date__starts_at")
    )
    shifts = shown_shifts([each.shift_date for each in coming], language)
    return {
        "volunteers": Volunteer.objects.filter(reach=code.email),
        "sign_ups": [
            {"sign_up": each, "shift": shift, "secret": short_lived(each)}
            for each, shift in zip(coming, shifts, strict=True)
        ],
    }
