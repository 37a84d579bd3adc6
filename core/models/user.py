from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who works here. Families have no accounts."""

    def __str__(self) -> str:
        return self.get_full_name() or self.username
