"""What is written about a request: to the family in its language, to the office with a link and nothing personal."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Site

from core.locales import source_language
from core.mail import post
from core.models import District
from schools.interpreting.models import InterpreterRequest
from schools.ways import mail_address


def key_prefix(request: InterpreterRequest) -> str:
    return f"interpreter:{request.pk}:"


def status_path(request: InterpreterRequest, language: str) -> str:
    with override(language):
        return reverse("interpreter_status", args=[request.reference, request.secret])


def confirm(request: InterpreterRequest) -> None:
    _write_to_family("interpreter_received", request, "received")


def answer(request: InterpreterRequest) -> None:
    _write_to_family("interpreter_answered", request, f"answer:{request.answers}")


def tell_the_office(request: InterpreterRequest) -> None:
    site = Site.objects.filter(is_default_site=True).first()
    to = District.for_site(site).email if site else ""
    if to:
        link = settings.PUBLIC_URL + reverse("interpreting_request", args=[request.pk])
        context = {"link": link, "due_on": request.answer_due_on}
        post("interpreter_asked_for", to, source_language(), f"{key_prefix(request)}office", context)


def _write_to_family(folder: str, request: InterpreterRequest, what: str) -> None:
    if to := mail_address(request.way):
        link = settings.PUBLIC_URL + status_path(request, request.told_in)
        post(folder, to, request.told_in, key_prefix(request) + what, {"request": request, "link": link})
