from collections.abc import Mapping
from typing import Any

from directory.demo.files import key_id, read
from directory.models import Service
from schools.topics.models import FocusArea, PillarPage, ValuePage


def load_tags() -> None:
    """Values, pillars and focus areas on services of the demo, where these are there."""
    wanted = read("tags.toml")
    for field, model in {"values": ValuePage, "pillars": PillarPage}.items():
        pages = {page.slug: page for page in model.objects.facts().filter(slug__in=wanted[field])}
        _add(field, pages, wanted[field])
    _add("focus", {area.code: area for area in FocusArea.objects.all()}, wanted["focus"])


def _add(field: str, tags: Mapping[str, Any], wanted: Mapping[str, list[str]]) -> None:
    for name, keys in wanted.items():
        ids = [key_id("service", key) for key in keys]
        for service in Service.objects.facts().filter(pk__in=ids) if name in tags else ():
            getattr(service, field).add(tags[name])
            service.save()
