"""Somebody wants to bring something: a short form, without an account."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from core.alternates import set_alternates
from core.forms.views import PublicFormView
from events.drives.emails import own_path
from events.drives.forms import PledgeForm
from events.drives.models import DrivePage
from events.drives.pledging import Offer, take
from events.drives.public.items import ShownItem, shown_items
from events.drives.standing import DriveState, state_of
from events.secrets import secret_of_form
from schools.calendar import today


# Who helps belongs in no report of an error.
@method_decorator(sensitive_post_parameters(), name="dispatch")
class PledgeView(PublicFormView):
    form_class = PledgeForm
    template_name = "events/drives/pledge.html"
    heading = _("I can bring something")
    button = _("I will bring it")
    what_next = _(
        "You then see where and when to bring it, on a page of your own where you can change or cancel. Only those who "
        "run the drive read your name."
    )
    most_on_site = 2000  # A message to every family brings hundreds within a minute.
    page: Any = None

    @cached_property
    def items(self) -> list[ShownItem]:
        return shown_items(self.page.facts, self.language)

    @property
    def language(self) -> str:
        return str(self.page.locale.language_code)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "items": self.items}

    def get_initial(self) -> dict[str, Any]:
        """A link beside a thing names it."""
        return {"item": self.request.GET.get("item", "")}

    def words(self, **more: Any) -> dict[str, Any]:
        return {**super().words(**more), "page": self.page, "left": self._left(more.get("form"))}

    def act(self, form: Any) -> str:
        given = form.cleaned_data
        offer = Offer(given["quantity"], given["name"], given["reach"], self.language, secret_of_form(form.key))
        return take(int(given["item"]), offer).reference  # The form offers this drive's things alone.

    def _left(self, form: Any) -> int:
        """What can be had instead, where more was asked for than is left."""
        if form is None or not form.is_bound or "quantity" not in form.errors:
            return 0
        self.__dict__.pop("items", None)
        chosen = [item for item in self.items if str(item.key) == form.data.get("item")]
        return min(chosen[0].left, chosen[0].most or chosen[0].left) if chosen else 0

    def _answered(self, answer: str) -> HttpResponse:
        """To the page of the pledge itself: its address is the only copy of the secret."""
        return redirect(own_path(secret_of_form(self.get_form().key).text, self.language))


def pledge(request: HttpRequest, page: DrivePage) -> HttpResponseBase:
    set_alternates(request, {code: f"{path}pledge/" for code, path in page.alternate_paths().items()})
    view = PledgeView.as_view(page=page)
    if request.method != "POST" and not _is_open(page):
        return redirect(page.url)  # Which says why nothing can be pledged.
    return view(request)


def _is_open(page: DrivePage) -> bool:
    drive = page.facts
    left = [item.left for item in shown_items(drive, page.locale.language_code)]
    return state_of(drive, left, today()) == DriveState.OPEN
