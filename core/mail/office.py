""" "Mail waiting": what the office sees of mail that has not gone. No text, and of an address only its domain."""

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from core.mail.waiting import try_again, unsent

SEE = "core.view_outgoingmail"
TRY_AGAIN = "core.change_outgoingmail"
PER_PAGE = 50


class MailMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(SEE))


@permission_required(SEE, raise_exception=True)
def waiting_mail(request: HttpRequest) -> HttpResponse:
    page = Paginator(unsent().only(*_SHOWN), PER_PAGE).get_page(request.GET.get("p"))
    context = {"page": page, "may_try_again": request.user.has_perm(TRY_AGAIN)}
    return render(request, "core/admin/waiting_mail.html", context)


@require_POST
@permission_required(TRY_AGAIN, raise_exception=True)
def try_mail_again(request: HttpRequest, pk: int) -> HttpResponse:
    if try_again(pk):
        messages.success(request, _("This mail is tried again now. If it stays in the list, it did not go."))
    else:
        messages.warning(request, _("This mail is not waiting any more."))
    return redirect("core_waiting_mail")


_SHOWN = ("to", "purpose", "state", "attempts", "created_at", "next_try_at", "failure")
