from django.urls import path

from home.search_page import search_page
from home.suggest import go, suggest

urlpatterns = [
    path("", search_page, name="search"),
    path("suggest/", suggest, name="search_suggest"),
    path("go/<slug:kind>/<uuid:key>/", go, name="search_go"),
]
