from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkQuerySet(models.QuerySet["Link"]):
    def broken(self) -> "LinkQuerySet":
        """The oldest break first. What may be a bad hour of a server counts from the second time on."""
        certain = models.Q(problem__in=Link.CERTAIN) | models.Q(failures__gte=2)
        return self.exclude(broken_since=None).filter(certain).order_by("broken_since", "pk")


class Link(models.Model):
    """A web page or a mail domain that listings name, and whether it answers: tried again every week."""

    class What(models.TextChoices):
        PAGE = "page", _("web page")
        MAIL = "mail", _("mail domain")

    class Problem(models.TextChoices):
        GONE = "gone", _("the page is not there")
        UNKNOWN = "unknown", _("nobody knows this name on the internet")
        NO_MAIL = "no_mail", _("takes no mail")
        CERTIFICATE = "certificate", _("the certificate is not valid: browsers warn")
        ERROR = "error", _("answers with an error")
        SILENT = "silent", _("does not answer")

    CERTAIN = (Problem.GONE, Problem.UNKNOWN, Problem.NO_MAIL, Problem.CERTIFICATE)

    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    address = models.CharField(_("address"), max_length=500)
    named_on = models.DateField(_("named by a listing on"))
    checked_at = models.DateTimeField(_("tried"), null=True)
    broken_since = models.DateTimeField(_("broken since"), null=True)
    failures = models.PositiveIntegerField(default=0)
    problem = models.CharField(_("what is wrong"), max_length=20, choices=Problem.choices, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["what", "address"], name="a_link_once")]

    def __str__(self) -> str:
        return self.address
