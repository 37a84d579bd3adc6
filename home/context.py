from typing import Any

from django.http import HttpRequest


def front_of_house(request: HttpRequest) -> dict[str, Any]:
    return {"alert": None, "nav": []}
