"""The box in which the office tries a question; what is typed here is kept nowhere."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from search.languages import languages
from search.notices import NOTICE_WORDS
from search.query import LONGEST_TEXT, search_request
from search.service import search_explained
from search.thesaurus import stored
from search.thesaurus.explaining import explain_hits, explain_question, kept_and_dropped
from search.thesaurus.models import language_choices
from search.thesaurus.promoted import answers_for

HITS = 10
ADD = "wagtailsnippets_search_concept:add"


class TryForm(forms.Form):
    q = forms.CharField(label=_("A question as a family would type it"), max_length=LONGEST_TEXT, strip=True)
    language = forms.ChoiceField(label=_("Language of the reader"), choices=language_choices)


def may_try(user: Any) -> bool:
    return any(user.has_perm(f"search.{action}_concept") for action in ("add", "change", "view"))


def try_question(request: HttpRequest) -> HttpResponse:
    if not may_try(request.user):
        raise PermissionDenied
    own = {"language": _own_language()}
    form = TryForm({**own, **request.GET.dict()} if request.GET else None, initial=own)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        context |= _tried(form.cleaned_data["q"], form.cleaned_data["language"])
    return render(request, "search/admin/try.html", context)


def _tried(text: str, language: str) -> dict[str, Any]:
    asked = search_request(QueryDict(urlencode({"q": text})), language, per_page=HITS)
    response, question = search_explained(asked)
    return {
        "tried": True,
        "words": kept_and_dropped(text),
        "understood": asked.understood,
        "clauses": explain_question(question, stored.current()),
        "answers": answers_for(text, language),
        "response": response,
        "notices": [NOTICE_WORDS[notice] for notice in response.notices],
        "hits": explain_hits(response.hits, question),
        "add_url": f"{reverse(ADD)}?{urlencode({'said': text, 'language': language})}",
    }


def _own_language() -> str:
    own = (get_language() or "").partition("-")[0]
    return own if own in languages() else languages()[0]
