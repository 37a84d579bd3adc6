from django.urls import path

from schools.pairs.serving import captions, paper

urlpatterns = [
    path("video/<uuid:key>/<slug:language>.vtt", captions, name="captions"),
    path("<uuid:key>/<slug:language>/<str:name>", paper, name="paper"),
]
