"""What the newsletter adds to the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from schools.newsletter import desk


@hooks.register("register_admin_urls")
def newsletter_urls() -> list[URLPattern]:
    return [
        path("newsletter/", desk.issues_list, name="newsletter_issues"),
        path("newsletter/<int:pk>/", desk.issue_page, name="newsletter_issue"),
        path("newsletter/<int:pk>/test/", desk.test_issue, name="newsletter_test"),
        path("newsletter/<int:pk>/send/", desk.send_issue, name="newsletter_send"),
        path("newsletter/<int:pk>/stop/", desk.stop_issue, name="newsletter_stop"),
    ]


@hooks.register("register_admin_menu_item")
def newsletter_item() -> MenuItem:
    return desk.NewsletterMenuItem(
        _("Newsletter"), reverse("newsletter_issues"), name="newsletter", icon_name="mail", order=228
    )


@hooks.register("register_permissions")
def newsletter_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="newsletter", codename__in=["add_sending"])
