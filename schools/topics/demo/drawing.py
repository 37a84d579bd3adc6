"""A picture for one story of the demo. Photographs would need people who agreed to be in them."""

from io import BytesIO

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw

from core.models import SiteImage

TITLE = "The garden of Los Gorriones"
WIDE, HIGH = 1200, 675
SKY, SUN, HILL, SOIL, LEAF = "#f6e7c1", "#ffd44f", "#5f8f6b", "#7a5235", "#2f6b3f"


def drawn_garden() -> SiteImage:
    """Drawn once; later calls find it."""
    return SiteImage.objects.filter(title=TITLE).first() or SiteImage.objects.create(
        title=TITLE, credit="Ventanilla", file=ImageFile(_file(), name="garden.png")
    )


def _file() -> BytesIO:
    picture = Image.new("RGB", (WIDE, HIGH), SKY)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((820, 70, 1020, 270), fill=SUN)
    pen.ellipse((-300, 230, 700, 900), fill=HILL)
    pen.ellipse((450, 280, 1500, 950), fill=HILL)
    for row in range(3):
        top = 430 + row * 85
        pen.rectangle((0, top, WIDE, top + 55), fill=SOIL)
        for column in range(12):
            _plant(pen, 50 + column * 100 + row * 20, top)
    file = BytesIO()
    picture.save(file, "PNG")
    file.seek(0)
    return file


def _plant(pen: ImageDraw.ImageDraw, left: int, top: int) -> None:
    pen.ellipse((left, top - 22, left + 26, top + 6), fill=LEAF)
    pen.ellipse((left + 22, top - 26, left + 48, top + 4), fill=LEAF)
