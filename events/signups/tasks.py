from django_tasks import task

from events.signups.letters import write_received


@task()
def write_to_new(sign_up_id: int) -> None:
    write_received(sign_up_id)
