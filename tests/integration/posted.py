"""Reads a form from a page as a browser would post it untouched."""

from __future__ import annotations

from html.parser import HTMLParser


class _Form(HTMLParser):
    """Collects the fields of the form with one id."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id = form_id
        self.is_inside = False
        self.fields: dict[str, list[str]] = {}
        self._text: str | None = None
        self._select: tuple[str, bool] | None = None
        self._first: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "form":
            self.is_inside = given.get("id") == self.form_id
        if not self.is_inside:
            return
        if tag == "input" and name and given.get("type") not in ("submit", "file", "button"):
            if given.get("type") in ("checkbox", "radio") and "checked" not in given:
                return
            self.fields.setdefault(name, []).append(
                given.get("value") or "on" * (given.get("type") == "checkbox")
            )
        elif tag == "textarea":
            self._text = name
            self.fields.setdefault(name, []).append("")
        elif tag == "select":
            self._select, self._first = (name, "multiple" in given), None
        elif tag == "option" and self._select:
            value = given.get("value") or ""
            self._first = value if self._first is None else self._first
            if "selected" in given:
                self.fields.setdefault(self._select[0], []).append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.is_inside = False
        if tag == "textarea":
            self._text = None
        if tag == "select" and self._select and self.is_inside:
            name, is_multiple = self._select
            if not is_multiple and name not in self.fields:
                self.fields[name] = [self._first or ""]
            self._select = None

    def handle_data(self, data: str) -> None:
        if self._text and self.is_inside:
            self.fields[self._text][-1] += data


def fields_of(html: str, form_id: str) -> dict[str, list[str]]:
    """Field name → values, without files and buttons."""
    parser = _Form(form_id)
    parser.feed(html)
    # A browser drops the newline right after <textarea>, as the parser of Django's widgets expects.
    return {
        name: [value.removeprefix("\r\n").removeprefix("\n") for value in values]
        for name, values in parser.fields.items()
    }


def changed(fields: dict[str, list[str]], **values: object) -> dict[str, list[str]]:
    """The same fields with other values; `titles__0__text` names `titles-0-text`; None leaves a field out."""
    result = dict(fields)
    for name, value in values.items():
        key = name.replace("__", "-")
        if value is None:
            result.pop(key, None)
        else:
            result[key] = [str(one) for one in value] if isinstance(value, list) else [str(value)]
    return result
