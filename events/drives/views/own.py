"""The page of one pledge, for whoever holds its secret: seen, changed, cancelled."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.context import dialable
from core.forms.views import PublicFormView
from core.locales import source_language
from events.drives.emails import own_path
from events.drives.forms import ChangeForm
from events.drives.models import Pledge
from events.drives.pledging import cancel, change
from events.drives.public.place import place_of
from events.private import in_private
from events.secrets import digest_of


def pledge_of(secret: str) -> Pledge:
    """The same answer for a wrong secret and for a pledge that is forgotten."""
    found = Pledge.objects.select_related("stand__drive").filter(secret_digest=digest_of(secret)).first()
    if found is None:
        raise Http404
    return found


class OwnPledgeView(PublicFormView):
    form_class = ChangeForm
    template_name = "events/drives/own.html"
    button = _("Change the number")
    secret = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_initial(self) -> dict[str, Any]:
        return {"quantity": pledge_of(self.secret).quantity}

    def words(self, **more: Any) -> dict[str, Any]:
        pledge, language = pledge_of(self.secret), get_language() or source_language()
        drive = pledge.stand.drive
        return {
            **super().words(**more),
            "pledge": pledge,
            "thing": pledge.stand.said_in(language),
            "drive": drive,
            "drive_page": drive.in_language(language),
            "place": place_of(drive, language),
            "phone_href": f"tel:{dialable(drive.phone)}" if drive.phone else "",
            "cancel_path": reverse("cancel_pledge", args=[self.secret]),
            "is_saved": "saved" in self.request.GET,
        }

    def act(self, form: Any) -> str:
        try:
            return change(pledge_of(self.secret), form.cleaned_data["quantity"]).reference
        except ValidationError as refusal:
            raise ValidationError(refusal.messages) from refusal  # Whatever it is about, there is one field here.

    def _answered(self, answer: str) -> HttpResponse:
        return redirect(f"{self.request.path}?saved=1")


@in_private("own_pledge")
def own_pledge(request: HttpRequest, secret: str) -> HttpResponseBase:
    return OwnPledgeView.as_view(secret=secret)(request)


@in_private("own_pledge")
def cancel_pledge(request: HttpRequest, secret: str) -> HttpResponseBase:
    own = own_path(secret, get_language() or source_language())
    if request.method == "POST":
        try:
            cancel(pledge_of(secret))
        except ValidationError as refusal:
            return render(request, "events/drives/refused.html", {"sentence": refusal.messages[0], "back": own})
    return redirect(own)
