"""What a browser would send for a form of the admin."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client


class FilledForm(dict[str, Any]):
    """`nested` names what a new row of a formset brings along."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nested: dict[str, list[str]] = {}


def filled_form(client: Client, url: str) -> FilledForm:
    """Every value of the form as it stands on the page, as a browser would send it."""
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code, response.headers.get("Location"))
    page = BeautifulSoup(response.content, "html.parser")
    data = FilledForm()
    for template in page.find_all("template", id=True):
        formset = template["id"].removeprefix("id_").removesuffix("-EMPTY_FORM_TEMPLATE")
        data.nested[formset] = [
            field["name"].removeprefix(f"{formset}-__prefix__-")
            for field in template.find_all("input")
            if field.get("name", "").endswith(("TOTAL_FORMS", "INITIAL_FORMS"))
        ]
    for template in page.find_all("template"):
        template.decompose()
    form = page.find("form", {"data-edit-form": True}) or page.find("form", {"id": "w-editor-form"})
    assert form is not None
    for field in form.find_all(["input", "textarea", "select"]):
        _put(data, field)
    return data


def _put(data: dict[str, Any], field: Any) -> None:
    name, kind = field.get("name"), field.get("type")
    if not name or kind in ("submit", "button"):
        return
    if field.name == "select":
        chosen = field.find("option", selected=True) or field.find("option")
        data[name] = chosen.get("value", "") if chosen else ""
    elif kind in ("checkbox", "radio"):
        if field.has_attr("checked"):
            data.setdefault(name, []).append(field.get("value", "on"))
    else:
        data[name] = field.get("value", "") if field.name == "input" else field.text.lstrip("\n")


def add_row(data: dict[str, Any], formset: str, **values: Any) -> str:
    """One more row in a formset; the answer is the prefix of its fields."""
    index = int(data.get(f"{formset}-TOTAL_FORMS", 0))
    data[f"{formset}-TOTAL_FORMS"] = index + 1
    data.setdefault(f"{formset}-INITIAL_FORMS", 0)
    prefix = f"{formset}-{index}"
    data |= {f"{prefix}-id": "", f"{prefix}-ORDER": index + 1}
    data |= {f"{prefix}-{name}": "0" for name in getattr(data, "nested", {}).get(formset, [])}
    data |= {f"{prefix}-{name}": value for name, value in values.items()}
    return prefix
