from django.urls import path

from benchmarks.rivals import same_size, wagtail_search
from config.urls import urlpatterns as site

urlpatterns = [path("rival/same-size/", same_size), path("rival/wagtail-search/", wagtail_search), *site]
