from django.contrib.auth.models import Group
from django.db import models
from wagtail.models import Collection


class SchoolEditors(models.Model):
    """Which group edits the pages of a school, and in which collection its pictures and files lie.

    Tied by rows, not by names: the office may rename a school, and two schools may have one name.
    """

    school = models.OneToOneField("schools.SchoolPage", on_delete=models.CASCADE, related_name="editors")
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="+")
    collection = models.OneToOneField(Collection, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return self.group.name
