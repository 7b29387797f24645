"""What figures were on the days on which they were measured."""

from typing import ClassVar

from django.db import models


class Measure(models.Model):
    """One figure of one region on one day (每日指标), as the last sweep of that day counted it; never dated back."""

    day = models.DateField()
    region = models.CharField(max_length=12)
    figure = models.CharField(max_length=40)
    part = models.BigIntegerField()
    whole = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["region", "figure", "day"], name="supervision_measure_once")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.region} {self.figure}"
