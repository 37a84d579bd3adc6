from schools.models import SchoolPage


def school_of(slug: str) -> SchoolPage | None:
    """A school of the demo, if the schools were loaded before the listings."""
    return SchoolPage.objects.facts().filter(slug=slug).first()
