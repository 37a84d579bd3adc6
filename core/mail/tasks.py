"""Mail leaves after the reader has got an answer."""

from django_tasks import task

from core.mail import sending


@task()
def send_mail(pk: int) -> None:
    sending.send(pk)
