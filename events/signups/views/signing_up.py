"""Signing up for a shift: a short form, without an account; the answer is the sign-up's own page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from core.forms.views import PublicFormView
from core.locales import source_language
from events.secrets import Secret, secret_of_form
from events.signups.forms import SignUpForm, school_of
from events.signups.models import Key, ShiftDate
from events.signups.shown import shown_shift
from events.signups.taking import OverlapError, Wish, take
from events.volunteers.identity import known_volunteer


# What somebody writes about themselves belongs in no report of an error.
@method_decorator(sensitive_post_parameters(), name="dispatch")
class SignUpView(PublicFormView):
    form_class = SignUpForm
    template_name = "events/signups/sign_up.html"
    what_next = _(
        "You get a page of your own, where you see, change and cancel your sign-up. Only those who run this read what "
        "you write."
    )
    # A message to every family brings hundreds within a minute; the places themselves are what is scarce.
    most_on_site = 2000
    row: ShiftDate
    form: SignUpForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.row = get_object_or_404(ShiftDate.objects.whole().filter(occurrence__event__live=True), pk=kwargs["pk"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.row.off or self.row.has_begun():
            return render(request, "events/signups/too_late.html", {"shift": self._shift()})
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "shift_date": self.row}

    def get_form(self, form_class: Any = None) -> SignUpForm:
        self.form = super().get_form(form_class)
        return self.form

    def words(self, **more: Any) -> dict[str, Any]:
        button = _("Sign me up") if self.row.left > 0 else _("Put me on the waiting list")
        heading = _("Sign up") if self.row.left > 0 else _("Wait for a place")
        steps = self.row.tier.steps_in(get_language() or "") if self.row.tier else ()
        return super().words(**{"heading": heading, "button": button, "shift": self._shift(), "steps": steps, **more})

    def act(self, form: Any) -> str:
        given = form.cleaned_data
        facts = {"language": get_language() or source_language(), "age_band": given["age_band"]}
        if "school" in form.fields:
            facts["school"] = school_of(form)
        volunteer = known_volunteer(given["name"], given["reach"], **facts)
        names = ("notes", "children", "interpreter", "guardian_name", "guardian_reach", "swap")
        try:
            sign_up = take(self.row.pk, volunteer, Wish(**{name: given[name] for name in names if given.get(name)}))
        except OverlapError as overlap:
            form.offers_swap = True
            other = shown_shift(ShiftDate.objects.whole().get(pk=overlap.other.shift_date_id), facts["language"])
            values = {"title": other.title.text, "role": other.role.text, "day": other.day, "hours": other.hours}
            sentence = _("At that time you are signed up for: %(title)s (%(role)s), %(day)s, %(hours)s.") % values
            raise ValidationError(sentence) from overlap
        Key.objects.create(sign_up=sign_up, digest=self.secret.digest)
        return str(sign_up.pk)

    @property
    def secret(self) -> Secret:
        return secret_of_form(self.form.key)

    def _answered(self, given: str) -> HttpResponse:
        return HttpResponseRedirect(reverse("my_sign_up", args=[self.secret.text]))

    def _shift(self) -> Any:
        return shown_shift(self.row, get_language() or source_language())
