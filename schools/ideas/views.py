"""The box, and the page that says what became of what families told us."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from core.forms.public import PublicForm
from core.forms.views import PublicFormView
from core.languages import Word
from core.locales import source_language
from core.models import said
from schools.councils.models import CouncilPage
from schools.ideas.about import AboutField
from schools.ideas.box import receive
from schools.ideas.models import Heard, Idea
from schools.models import SchoolPage
from schools.ways import WayField

MOST = 100


@dataclass(frozen=True)
class Answer:
    theme: Word
    heard: Word
    did: Word
    council: str
    on: date


class IdeaForm(PublicForm):
    school = AboutField(label=_("Which school or council is it about?"))
    kind = forms.ChoiceField(
        label=_("Is it an idea or a concern?"), choices=Idea.Kind.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What do you want to tell us?"),
        help_text=_("Please no full names, and nothing about anybody's papers."),
        max_length=2000,
        widget=forms.Textarea({"rows": 6}),
    )
    way = WayField(
        label=_("How can we reach you?"),
        required=False,
        help_text=_(
            "Your e-mail address or phone number, only if you want an answer. Without it nobody knows who wrote."
        ),
    )


class IdeaBoxView(PublicFormView):
    form_class = IdeaForm
    template_name = "schools/ideas/form.html"
    heading = _("Ideas and concerns")
    intro = _("Tell us what would help families, or what worries you. You need not say who you are.")
    answer_heading = _("Thank you. We read it.")
    answer_text = _("What families tell us is talked over with the school. Then we write in public what we did.")

    def get_initial(self) -> dict[str, Any]:
        return {"school": self.request.GET.get("school", "")}

    def words(self, **more: Any) -> dict[str, Any]:
        sentence = gettext(
            "People of the school and of our office read it. Nobody else sees your words. We delete them %(days)s days "
            "after we answered, and in any case when nothing has happened for %(most)s days. "
            "A concern goes to our office at once."
        )
        kept = {"days": settings.PERSONAL_DATA_KEPT_DAYS, "most": settings.PERSONAL_DATA_KEPT_UNTOUCHED_DAYS}
        return super().words(what_next=sentence % kept, **more)

    def act(self, form: IdeaForm) -> str:
        written = {name: form.cleaned_data[name] for name in ("kind", "words", "way")}
        about = form.cleaned_data["school"]
        council = about if isinstance(about, CouncilPage) else None
        written |= {"council": council, "school": council.school if council else about}
        return receive(**written, language=get_language() or source_language()).reference


def heard_page(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Of a school, or of the whole district with what concerns every school."""
    language = get_language() or source_language()
    school = None if pk is None else SchoolPage.objects.facts().live().filter(pk=pk).first()
    if pk is not None and school is None:
        raise Http404
    page = school.in_language(language) if school else None
    return render(request, "schools/ideas/heard.html", {"answers": answers_for(school, language), "school": page})


def answers_for(school: SchoolPage | None, language: str, most: int = MOST) -> list[Answer]:
    public = Heard.objects.filter(is_public=True, school=school)
    return [
        Answer(
            said(row.theme, language),
            said(row.heard, language),
            said(row.did, language),
            row.council.in_language(language).title if row.council else "",
            row.on,
        )
        for row in public.select_related("council")[:most]
    ]
