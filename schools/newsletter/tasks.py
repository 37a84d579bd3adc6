"""A newsletter leaves after whoever started it has got an answer."""

from django.utils.module_loading import import_string
from django_tasks import task


@task()
def send_newsletter(pk: int) -> None:
    import_string("schools.newsletter.sending.go_on")(pk)
