import time
from datetime import timedelta
from typing import Any
from uuid import uuid4

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from core.accounts.doors import doors_of
from core.locales import source_language
from core.mail import post

CODE = "account/email/login_code"


class StaffAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the office; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where their work is: an ambassador has none in the admin."""
        return next((door.url for door in doors_of(request.user)), "/")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A code goes the way of all our mail: stored, tried again, never too late, in the reader's language."""
        if template_prefix != CODE:
            super().send_mail(template_prefix, email, context)
            return
        until = timezone.now() + timedelta(seconds=app_settings.LOGIN_BY_CODE_TIMEOUT)
        language = get_language() or source_language()
        post("sign_in_code", email, language, f"sign-in:{uuid4()}", {"code": context["code"]}, not_after=until)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has just signed in sets up the second factor without writing the password again."""
        return not signed_in_just_now(context.request) and super().is_reauthentication_required(app=app, **kwargs)


def signed_in_just_now(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT
