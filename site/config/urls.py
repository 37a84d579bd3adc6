from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps import Sitemap as PageSitemap
from wagtail.contrib.sitemaps.views import index as sitemap_index
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from core.health import healthz
from core.views import district_colours
from directory.sitemaps import NeedSitemap, OrganizationSitemap, ServiceSitemap

SITEMAPS = {
    "pages": PageSitemap,
    "services": ServiceSitemap,
    "organizations": OrganizationSitemap,
    "needs": NeedSitemap,
}
to_staff_login = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    # Wagtail's and Django's own login forms would let staff in without the second factor.
    path("admin/login/", to_staff_login),
    path("django-admin/login/", to_staff_login),
    path("django-admin/", admin.site.urls),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/", include("allauth.urls")),
    path("healthz", healthz),
    path("colours.css", district_colours, name="district_colours"),
    path("sitemap.xml", sitemap_index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]

urlpatterns += i18n_patterns(
    path(_("search/"), include("home.search_urls")),
    path(_("room/"), include("schools.room.urls")),
    path(_("papers/"), include("schools.pairs.urls")),
    path(_("newsletter-by-mail/"), include("schools.newsletter.urls")),
    path(_("ideas/"), include("schools.ideas.urls")),
    path(_("interpreter/"), include("schools.interpreting.urls")),
    path("", include("schools.asking.urls")),
    path("", include("events.signups.urls")),
    path("", include("events.attending.urls")),
    # The address of the source language, guessed or shared, leads to the reader's own.
    path("search/", RedirectView.as_view(pattern_name="search", query_string=True)),
    path("", include("schools.councils.urls")),
    path("", include("events.drives.urls")),
    path("", include("partners.telling.urls")),
    path(_("partners/"), include("partners.desk.urls")),
    path("", include(wagtail_urls)),
)

handler500 = "core.views.server_error"
