"""A picture is drawn anew: what we keep has its pixels alone, upright, without where and when and by whom."""

import io
from contextlib import suppress

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

from core.file_kinds.refusing import refusal

MOST_PIXELS = 25_000_000
READ_AS = ("PNG", "JPEG", "WEBP")
KEPT_MODES = {"PNG": {"1", "L", "LA", "RGB", "RGBA", "I;16"}, "JPEG": {"L", "RGB"}, "WEBP": {"RGB", "RGBA"}}
CONTENT_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


def redrawn(content: bytes, name: str) -> tuple[bytes, str]:
    """The picture without anything but its pixels, and its content type; ValidationError where it is no picture."""
    try:
        with Image.open(io.BytesIO(content), formats=READ_AS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise refusal(
                    _("“%(name)s” has more than 25 million pixels. Make it smaller and add it again."),
                    name,
                    code="too_many_pixels",
                )
            kind = "JPEG" if picture.format == "MPO" else str(picture.format)
            return _drawn(_upright(picture), kind), CONTENT_TYPES[kind]
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise refusal(
            _("“%(name)s” cannot be read. Open it, save it again as JPG or PNG, and add that one."), name
        ) from None


def _upright(picture: Image.Image) -> Image.Image:
    """As the camera was held, in the colours every screen knows."""
    upright = ImageOps.exif_transpose(picture)
    if profile := upright.info.get("icc_profile"):
        with suppress(ImageCms.PyCMSError, OSError):
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            mode = "RGBA" if upright.mode == "RGBA" else "RGB"
            screen = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(upright, own, screen, outputMode=mode) or upright
    return upright


def _drawn(picture: Image.Image, kind: str) -> bytes:
    if picture.mode not in KEPT_MODES[kind]:
        see_through = kind != "JPEG" and (picture.mode in {"LA", "PA"} or "transparency" in picture.info)
        picture = picture.convert("RGBA" if see_through else "RGB")
    picture.info = {}
    drawn = io.BytesIO()
    if kind == "PNG":
        picture.save(drawn, "PNG", optimize=False)
    else:
        picture.save(drawn, kind, quality=88)
    return drawn.getvalue()
