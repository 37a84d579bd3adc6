"""What the house itself adds to the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.mail.office import MailMenuItem, try_mail_again, waiting_mail


@hooks.register("register_admin_urls")
def mail_urls() -> list[URLPattern]:
    return [
        path("reports/mail/", waiting_mail, name="core_waiting_mail"),
        path("reports/mail/<int:pk>/again/", try_mail_again, name="core_try_mail_again"),
    ]


@hooks.register("register_reports_menu_item")
def mail_item() -> MenuItem:
    return MailMenuItem(
        _("Mail waiting"), reverse("core_waiting_mail"), name="waiting-mail", icon_name="mail", order=1300
    )


@hooks.register("register_permissions")
def mail_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="core", codename__endswith="_outgoingmail")
