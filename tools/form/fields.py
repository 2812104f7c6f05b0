"""The form's fields, made from the models and the templates of data/.

A field that a model has, the form has; its label and hint are the comment above it in the
template, up to the first mark and after it. Words to choose from have the labels of words.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from kumppanuus.checks.files import template_of
from kumppanuus.commands.schema import explanations
from kumppanuus.facts.fields import LANGUAGES, Key, Language, Text, To
from kumppanuus.facts.register import Register
from kumppanuus.facts.validate import named_by_file
from tools.form.labels import LABELS, ONE, SUMMARIES

Field = dict[str, Any]
# At a mark; "päivä, jona tiedot on tarkistettu" is one thought.
_LABEL_ENDS = re.compile(r"[:;.](?= |$)|,(?= (?!jo(?!s ))|$)| \(")
_DAY: Field = {
    "widget": "datetime",
    "type": "date",
    "format": "YYYY-MM-DD",
    "time_format": False,
    "picker_utc": True,
}


class Fields:
    """Fields in one language, on the facts that there are to choose from."""

    def __init__(self, register: Register, language: Language) -> None:
        self.register = register
        self.language = language
        self.told: dict[Key, str] = {}

    def of_kind(self, kind: str, model: type[BaseModel]) -> list[Field]:
        root = self.register.root
        self.told = dict(explanations(root, template_of(root, kind)))
        return list(self._fields(model, ()))

    def _fields(self, model: type[BaseModel], at: Key) -> Iterator[Field]:
        order = [*map(at.__add__, ((one,) for one in LANGUAGES)), *self.told]
        names = set(model.model_fields) - set(named_by_file(model))
        for name in sorted(names, key=lambda one: order.index((*at, one))):
            one = model.model_fields[name]
            key = (*at, name)
            label, hint = self._words(key)
            field: Field = {"name": name, "label": label, "required": one.is_required()}
            if hint:
                field["hint"] = hint
            yield self.field(field, one.annotation, tuple(one.metadata), key)

    def field(self, field: Field, annotation: Any, marks: tuple[Any, ...], key: Key) -> Field:
        kind, inner = get_origin(annotation), get_args(annotation)
        if kind is Annotated:
            return self.field(field, inner[0], (*marks, *inner[1:]), key)
        if kind in (Union, UnionType):
            only = next(one for one in inner if one is not NoneType)
            return self.field(field, only, marks, key)
        to = next((mark for mark in marks if isinstance(mark, To)), None)
        if to:
            return self._choice(to.kind, field)
        if kind is tuple:
            return self._list(field, inner[0], key)
        if kind is Literal:
            options = [{"value": one, "label": self._option(key, one, inner)} for one in inner]
            return field | {"widget": "select", "options": options}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            widget = {"widget": "object", "fields": list(self._fields(annotation, key))}
            return field | widget
        if annotation is date:
            return field | _DAY
        if annotation is bool:
            return field | {"widget": "boolean"}
        if annotation is int:
            return field | {"widget": "number", "value_type": "int"}
        return field | {"widget": "text" if key[-1] in LANGUAGES else "string"}

    def _list(self, field: Field, item: Any, key: Key) -> Field:
        inside = self.field({}, item, (), (*key, 0))
        if inside["widget"] in ("select", "relation"):
            return inside | field | {"multiple": True}
        if inside["widget"] != "object":
            return field | {"widget": "list"}
        one = ONE.get(str(key[-1]))
        return (
            field
            | {"widget": "list", "fields": inside["fields"], "collapsed": True}
            | {"summary": self._summary(str(key[-1]), inside["fields"])}
            | ({"label_singular": one[self.language]} if one else {})
        )

    def _summary(self, kind: str, fields: list[Field]) -> str:
        """What a closed item shows: its name, or what names it in the form's language."""
        known = {one["name"]: one for one in fields}
        first = next((one for one in ("name", "id", "fi") if one in known), fields[0]["name"])
        parts = []
        for name in SUMMARIES.get(kind, first).split():
            inside = [one["name"] for one in known[name].get("fields", ())]
            parts.append(f"{name}.{self.language}" if self.language in inside else name)
        return " ".join(f"{{{{fields.{part}}}}}" for part in parts)

    def _choice(self, kind: str, field: Field) -> Field:
        """One of the facts that there are: sources as they are being edited, others as now."""
        if kind == "sources":
            return field | {
                "widget": "relation",
                "collection": "sources-list",
                "file": "sources",
                "value_field": "sources.*.id",
                "display_fields": [f"sources.*.title.{self.language}"],
                "search_fields": ["sources.*.id", f"sources.*.title.{self.language}"],
            }
        options = [{"value": one, "label": self.name(kind, one)} for one in self._ids(kind)]
        return field | {"widget": "select", "options": options}

    def _ids(self, kind: str) -> list[str]:
        known = self.register
        if kind == "regions":
            return sorted({one.region.fi for one in known.municipalities})
        if kind == "municipalities":
            return [one.id for one in known.municipalities]
        if kind == "contacts":
            return [one.id for people in known.contacts.values() for one in people]
        facts = {"topics": known.words.topics, "districts": known.districts}
        return list((facts | {"counties": known.districts_of_county})[kind])

    def name(self, kind: str, id_: str) -> str:
        known, language = self.register, self.language
        names: dict[str, Text] = {}
        if kind == "districts":
            names = {one: district.short_name for one, district in known.districts.items()}
        elif kind == "municipalities":
            names = {one.id: one.name for one in known.municipalities}
        elif kind == "regions":
            names = {one.region.fi: one.region for one in known.municipalities}
        elif kind == "counties":
            names = {one: county.name for one, county in known.counties.items()}
        elif kind == "topics":
            names = dict(known.words.topics)
        return names[id_][language] if id_ in names else id_

    def _words(self, key: Key) -> tuple[str, str]:
        """(label, hint) of a key, by the comment above it in the template."""
        if key[-1] in LANGUAGES:
            return LABELS[str(key[-1])][self.language], ""
        told = re.sub(r"^(Vapaaehtoinen|Frivillig): ", "", self._half(key))
        label = _LABEL_ENDS.split(told, maxsplit=1)[0].strip()
        rest = told.removeprefix(label)
        hint = rest.removeprefix(":").strip() if rest[:1] in ":." else told
        hint = hint.removeprefix(".").strip()
        return label[:1].upper() + label[1:], hint[:1].upper() + hint[1:]

    def _half(self, key: Key) -> str:
        halves = self.told.get(key, str(key[-1])).split(" / ")
        return halves[0] if self.language == "fi" or len(halves) == 1 else halves[-1]

    def _option(self, key: Key, value: str, every: tuple[str, ...]) -> str:
        for words in dict(self.register.words).values():
            if isinstance(words, dict) and set(words) == set(every):
                text: Text = words[value]
                return text[self.language]
        named = next((key[: i + 1] for i in reversed(range(len(key))) if key[i] != 0), key)
        found = re.search(rf"\b{value} \(([^),]*)", self._half(named))
        return found[1] if found else LABELS[value][self.language] if value in LABELS else value
