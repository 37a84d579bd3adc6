"""Pages whose address is a secret: told to no other site, kept by no cache, no search engine and no log."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from core.alternates import set_alternates

View = Callable[..., HttpResponseBase]


def in_private(name: str) -> Callable[[View], View]:
    """For a view that gets `secret`; `name` is that of its address, which is the same in every language but for words.

    Nothing can be forged: whoever holds the secret may do this, and no cookie takes part.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, secret: str, **kwargs: Any) -> HttpResponseBase:
            set_alternates(request, {code: path_in(code, name, secret) for code, _name in settings.LANGUAGES})
            response = view(request, secret, **kwargs)
            response["Referrer-Policy"] = "no-referrer"
            response["X-Robots-Tag"] = "noindex, nofollow"
            # Django would write the address of a refusal, and with it the secret, into the log.
            response._has_been_logged = True  # type: ignore[attr-defined]  # what Django itself looks at
            return response

        return never_cache(csrf_exempt(sensitive_post_parameters()(guarded)))

    return decorate


def path_in(language: str, name: str, secret: str) -> str:
    with override(language):
        return reverse(name, args=[secret])
