"""A form on a page: shown, checked, done once, answered. Nothing typed is lost on the way."""

import logging
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView

from core.forms.limits import minutes_to_wait
from core.forms.once import answer_given, once
from core.forms.public import PublicForm

logger = logging.getLogger(__name__)

DONE = "done"
TOO_MANY = 429


# No cookie is needed to send a form, so that none is set. What a CSRF token proves, the signed stamp and the browser's
# own word about where the form came from prove here; a form never acts with the rights of whoever is signed in.
@method_decorator([never_cache, csrf_exempt], name="dispatch")
class PublicFormView(FormView):
    """Subclasses name a form and say in `act` what it does; the rest is words."""

    form_class: type[PublicForm]
    template_name = "core/public_form.html"
    answer_template_name = "core/public_form_answer.html"
    heading: Any = ""
    intro: Any = ""
    what_next: Any = ""
    button: Any = ""
    answer_heading: Any = ""
    answer_text: Any = ""
    most_per_address = 0
    most_on_site = 0

    def act(self, form: Any) -> str:
        """Store what was sent, and return what the answer page shows: a reference, no personal data.

        Runs in a transaction together with the form's key, once for each form shown. A ValidationError raised here
        takes everything back and is shown beside the form.
        """
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = self._answer_in(request.GET.get(DONE, ""))
        if answer is None:
            return super().get(request, *args, **kwargs)
        context = self.words(answer=answer)
        return self.response_class(request, self.answer_template_name, context, using=self.template_engine)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if form.sent_stamp and (given := answer_given(form.key)) is not None:
            return self._answered(given)
        if not form.is_valid() or self._came_from_elsewhere(form):
            return self.form_invalid(form)
        most = {"most": self.most_per_address, "most_on_site": self.most_on_site}
        if minutes := minutes_to_wait(request, form.form_name(), **most):
            return self._please_wait(form, minutes)
        return self._done(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**self.words(**kwargs))

    def words(self, **more: Any) -> dict[str, Any]:
        """What both pages say."""
        names = ("heading", "intro", "what_next", "button", "answer_heading", "answer_text")
        return {**{name: getattr(self, name) for name in names}, "view": self, **more}

    def _came_from_elsewhere(self, form: PublicForm) -> bool:
        elsewhere = self.request.headers.get("Sec-Fetch-Site") == "cross-site"
        if elsewhere:
            form.add_error(None, _("This form came from another site. Please look it over, then send it from here."))
        return elsewhere

    def _done(self, form: PublicForm) -> HttpResponse:
        try:
            return self._answered(once(form.key, partial(self.act, form)))
        except ValidationError as refusal:
            form.add_error(None, refusal)
        except OperationalError:
            logger.exception("A form was not stored: the database did not answer in time")
            form.add_error(None, _("Very many people are here at this moment. Please press the button once more."))
        return self.form_invalid(form)

    def _please_wait(self, form: PublicForm, minutes: int) -> HttpResponse:
        response = self.render_to_response(self.get_context_data(form=form, minutes=minutes), status=TOO_MANY)
        response["Retry-After"] = str(minutes * 60)
        return response

    def _answered(self, answer: str) -> HttpResponse:
        """By an address that may be loaded again, and kept by whoever wants to."""
        query = urlencode({DONE: signing.dumps(answer, salt=self._salt())})
        return HttpResponseRedirect(f"{self.request.path}?{query}")

    def _answer_in(self, signed: str) -> str | None:
        try:
            return str(signing.loads(signed, salt=self._salt())) if signed else None
        except signing.BadSignature:
            return None

    def _salt(self) -> str:
        return f"core.forms.answer.{self.form_class.form_name()}"
