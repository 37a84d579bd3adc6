"""Old addresses of a listing lead to the new one."""

from collections.abc import Mapping

from wagtail.contrib.redirects.models import Redirect


def keep_old_addresses(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """One permanent redirect per address that changed; no chains, no circles."""
    for language, old in before.items():
        new = after.get(language, "")
        if old and new and old != new:
            old_path, new_path = Redirect.normalise_path(old), Redirect.normalise_path(new)
            Redirect.objects.filter(old_path=new_path).delete()
            Redirect.objects.filter(redirect_link=old).update(redirect_link=new)
            Redirect.objects.update_or_create(
                old_path=old_path,
                site=None,
                defaults={"redirect_link": new, "redirect_page": None, "is_permanent": True},
            )
