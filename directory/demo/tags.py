from directory.demo.files import key_id, read
from directory.models import Service
from schools.topics.models import PillarPage, ValuePage

TAGS = {"values": ValuePage, "pillars": PillarPage}


def load_tags() -> None:
    """Values and pillars on services of the demo, where their pages are there."""
    wanted = read("tags.toml")
    for field, model in TAGS.items():
        pages = {page.slug: page for page in model.objects.facts().filter(slug__in=wanted[field])}
        for slug, keys in wanted[field].items():
            ids = [key_id("service", key) for key in keys]
            for service in Service.objects.facts().filter(pk__in=ids) if slug in pages else ():
                getattr(service, field).add(pages[slug])
                service.save()
