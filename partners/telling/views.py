"""“Something wrong?”, “suggest” and “this is ours”: open to everybody, stored for the office, never public."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from core.forms.limits import in_a_flood
from core.forms.views import PublicFormView
from core.languages import words_of
from core.locales import source_language
from directory.models import Organization
from partners.domains import is_their_own
from partners.emails import tell_of_report
from partners.models import MODELS, Claim, Kind, Report, Suggestion
from partners.telling.alike import alike
from partners.telling.forms import ClaimForm, ReportForm, SuggestForm

MANY, MANY_ON_SITE = 10, 60  # In ten minutes; what comes beyond is stored outside the queue.


def reader() -> str:
    return get_language() or source_language()


class OutsideView(PublicFormView):
    """Nobody is refused for what others send: what comes in a flood is held back for the office to look through."""

    most_per_address = 100
    most_on_site = 10_000

    def sent(self, form: Any, says: str) -> dict[str, Any]:
        """What every model of the kind stores; `says` is what makes two of them the same."""
        held = in_a_flood(self.request, form.form_name(), says, most=MANY, most_on_site=MANY_ON_SITE)
        return {"language": reader(), "held": held}


@method_decorator(sensitive_post_parameters(), name="dispatch")
class ReportView(OutsideView):
    form_class = ReportForm
    template_name = "partners/report.html"
    heading = _("Something wrong?")
    button = _("Send it to the office")
    what_next = _("Nothing of it is published. Our office checks it, mostly within two working days.")
    answer_heading = _("Thank you. You help other families.")
    answer_text = _("Our office checks it and puts it right. You need not do anything else.")
    listing: Any

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["kind"] not in (Kind.SERVICE, Kind.ORGANIZATION):
            raise Http404
        self.listing = get_object_or_404(MODELS[kwargs["kind"]].objects.public(), pk=kwargs["pk"])

    def words(self, **more: Any) -> dict[str, Any]:
        return super().words(**{"listing": words_of(self.listing, reader()).name, **more})

    def act(self, form: Any) -> str:
        given = form.cleaned_data
        kind = self.kwargs["kind"]
        report = Report.objects.create(
            kind=kind,
            listing_id=self.listing.pk,
            organization_id=self.listing.pk if kind == Kind.ORGANIZATION else self.listing.organization_id,
            name=str(self.listing),
            **{name: given[name] for name in ("problem", "words", "contact")},
            **self.sent(form, f"{self.listing.pk}:{given['problem']}"),
        )
        if not report.held:
            tell_of_report(report)
        return report.reference


@method_decorator(sensitive_post_parameters(), name="dispatch")
class SuggestView(OutsideView):
    form_class = SuggestForm
    template_name = "partners/suggest.html"
    heading = _("Suggest help that is missing here")
    intro = _("You know of help that other families should find? Tell us what you know; we ask for the rest.")
    button = _("Send it to the office")
    what_next = _("Our office calls them before anything is published.")
    answer_heading = _("Thank you. You help other families.")
    answer_text = _("We call them and add what is right. That may take a week or two.")
    alike: Any = ()

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "organization": self.request.GET.get("organization", "")[:120]}

    def words(self, **more: Any) -> dict[str, Any]:
        return super().words(**{"alike": self.alike, **more})

    def act(self, form: Any) -> str:
        given = form.cleaned_data
        self.alike = alike(given["name"], given["phone"], reader())
        if self.alike and not given["other"]:
            raise ValidationError(_("Please look whether it is one of these. If not, tick the box and send it again."))
        names = ("what", "name", "organization", "phone", "website", "place", "hours", "words", "contact")
        sent = self.sent(form, given["name"].casefold())
        return Suggestion.objects.create(**{name: given[name] for name in names}, **sent).reference


@never_cache
@require_safe
def alike_while_typing(request: HttpRequest) -> HttpResponse:
    found = alike(request.GET.get("name", "")[:120], request.GET.get("phone", "")[:60], reader())
    return render(request, "partners/alike.html", {"alike": found})


@method_decorator(sensitive_post_parameters(), name="dispatch")
class ClaimView(OutsideView):
    form_class = ClaimForm
    template_name = "partners/claim.html"
    heading = _("This is ours")
    button = _("Ask for access")
    what_next = _("Our office checks every request, by a call where needed. Then you get a letter and can sign in.")
    answer_heading = _("Thank you. We check it.")
    answer_text = _("As soon as we have, you get one letter that says how to sign in. Nothing changes until then.")
    organization: Organization

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.organization = get_object_or_404(Organization.objects.public(), pk=kwargs["pk"])

    def words(self, **more: Any) -> dict[str, Any]:
        return super().words(**{"organization": words_of(self.organization, reader()).name, **more})

    def act(self, form: Any) -> str:
        given = form.cleaned_data
        waiting = Claim.objects.filter(organization=self.organization, email__iexact=given["email"], state="waiting")
        claim = waiting.first() or Claim.objects.create(
            organization=self.organization,
            same_domain=is_their_own(given["email"], self.organization),
            **{name: given[name] for name in ("name", "job", "email", "phone")},
            **self.sent(form, given["email"].casefold()),
        )
        return claim.reference
