"""The blocks editors write pages with, and a StreamField whose blocks stay out of migrations."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock


class BodyField(StreamField):
    """Rewording a block's help text is no change of the database: migrations see an empty list of blocks."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs["block_lookup"] = {}
        return name, "wagtail.fields.StreamField", [[]], kwargs


class CalloutBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("text"), help_text=_("One thing the reader must not miss."))
    phone = blocks.CharBlock(label=_("phone"), required=False, help_text=_("Shown as a large button."))

    class Meta:
        icon = "warning"
        label = _("Call-out")
        template = "core/blocks/callout.html"


class BodyBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(label=_("Heading"), icon="title", template="core/blocks/heading.html")
    paragraph = blocks.RichTextBlock(
        label=_("Text"), features=["bold", "italic", "link", "document-link", "ol", "ul", "h3"]
    )
    steps = blocks.ListBlock(
        blocks.TextBlock(label=_("step")), label=_("Steps"), icon="list-ol", template="core/blocks/steps.html"
    )
    callout = CalloutBlock()
    image = ImageBlock(label=_("Picture"), template="core/blocks/image.html")

    class Meta:
        required = False


def body_field() -> BodyField:
    return BodyField(BodyBlock(), blank=True, verbose_name=_("text"), help_text=_("Short sentences, everyday words."))
