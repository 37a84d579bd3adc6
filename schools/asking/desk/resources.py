"""Putting a list together: search, tick, hand it over."""

from urllib.parse import quote

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from schools.asking.emails import send_list
from schools.asking.listing import MOST_ITEMS, add_own, add_to_list, key_from_text, list_address
from schools.asking.models import HelpRequest, Way
from schools.asking.rights import at_the_desk, request_for
from schools.asking.text_message import text_message
from search.query import LONGEST_TEXT
from search.request import SearchRequest
from search.service import search

PER_PAGE = 12


class OwnItemForm(forms.Form):
    """Something that the directory does not hold."""

    title = forms.CharField(label=gettext_lazy("What is it?"), max_length=120)
    note = forms.CharField(
        label=gettext_lazy("Phone, address, hours"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Nothing about the family."),
    )
    address = forms.URLField(label=gettext_lazy("Web address"), max_length=300, required=False, assume_scheme="https")


@at_the_desk
def resources(request: HttpRequest, reference: str) -> HttpResponse:
    """GET searches in the family's language, POST puts what was ticked on the list."""
    asked = request_for(request.user, reference)
    if request.method == "POST":
        return _add(request, asked)
    return _shown(request, asked, OwnItemForm())


def _shown(request: HttpRequest, asked: HelpRequest, own: OwnItemForm) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    found = search(SearchRequest(language=asked.page_language, text=text, per_page=PER_PAGE)) if text else None
    made = getattr(asked, "resources", None)
    items = list(made.items.all()) if made else []
    address = list_address(made) if made else ""
    context = {
        "asked": asked,
        "own": own,
        "q": text,
        "found": found,
        "on_it": {f"{item.kind}:{item.object_id}" for item in items},
        "items": [(item, item.title.get(asked.page_language) or next(iter(item.title.values()))) for item in items],
        "list_language": asked.page_language,
        "address": address,
        "sms_href": _sms_href(asked, text_message(made)) if made and items else "",
        "may_mail": asked.way == Way.EMAIL and bool(asked.contact),
    }
    return render(request, "schools/asking/desk/resources.html", context)


def _sms_href(asked: HelpRequest, message: str) -> str:
    """Opens the phone's own messages, with the family's number where they may be written to there."""
    return f"{asked.text_href or 'sms:'}?body={quote(message)}"


def _add(request: HttpRequest, asked: HelpRequest) -> HttpResponse:
    if asked.is_purged:
        messages.warning(request, _("This request is closed for good: who asked has been forgotten."))
    else:
        keys = [key for text in request.POST.getlist("item")[:MOST_ITEMS] if (key := key_from_text(text))]
        add_to_list(asked, keys)
    return redirect("desk_list", asked.reference)


@at_the_desk
@require_POST
def own(request: HttpRequest, reference: str) -> HttpResponse:
    asked = request_for(request.user, reference)
    form = OwnItemForm(request.POST)
    if not form.is_valid():
        return _shown(request, asked, form)
    if not asked.is_purged:
        add_own(asked, **form.cleaned_data)
    return redirect("desk_list", reference)


@at_the_desk
@require_POST
def remove(request: HttpRequest, reference: str) -> HttpResponse:
    asked = request_for(request.user, reference)
    number = request.POST.get("item", "")
    if number.isdecimal() and hasattr(asked, "resources"):
        asked.resources.items.filter(pk=number[:12]).delete()
    return redirect("desk_list", reference)


@at_the_desk
@require_POST
def mail(request: HttpRequest, reference: str) -> HttpResponse:
    """The same list goes to the same family once."""
    asked = request_for(request.user, reference)
    made = getattr(asked, "resources", None)
    if made is None or asked.way != Way.EMAIL or not asked.contact:
        messages.warning(request, _("This family gave no e-mail address, or the list is empty."))
        return redirect("desk_list", reference)
    try:
        send_list(made, asked.contact, list_address(made))
        messages.success(request, _("The list is on its way."))
    except ValidationError as refusal:
        messages.warning(request, refusal.messages[0])
    return redirect("desk_list", reference)
