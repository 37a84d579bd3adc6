"""Somebody stands at the counter, or is on the phone: the same questions, written down by an ambassador."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from core.forms.once import answer_given, once
from core.locales import source_language
from schools.asking.forms import AskForm
from schools.asking.public.asking import FIELDS
from schools.asking.receiving import receive
from schools.asking.rights import answers_all, at_the_desk, schools_for


class CounterForm(AskForm):
    """Whoever belongs to a school writes down what is asked there."""


@at_the_desk
def counter(request: HttpRequest) -> HttpResponse:
    schools = schools_for(request.user)
    form = CounterForm(request.POST or None, schools=schools, initial=_first_of(schools, request))
    form.fields["school"].required = not answers_all(request.user)
    if request.method == "POST":
        if form.sent_stamp and (given := answer_given(form.key)) is not None:
            return redirect("desk_request", given)
        if form.is_valid():
            return redirect("desk_request", once(form.key, partial(_received, form, request)))
    return render(request, "schools/asking/desk/counter.html", {"form": form})


def _first_of(schools: object, request: HttpRequest) -> dict[str, str]:
    own = list(schools[:2]) if not answers_all(request.user) else []  # type: ignore[index]  # a queryset
    return {"school": own[0].slug} if len(own) == 1 else {}


def _received(form: CounterForm, request: HttpRequest) -> str:
    values = {name: form.cleaned_data[name] for name in FIELDS}
    written_in = get_language() or source_language()
    return receive(values, written_in=written_in, entered_by=request.user).reference
