"""The form's configuration, made from the models and the templates of data/.

A field that a model has, the form has; its label and hint are the comment above it in the
template, up to the first mark and after it. Words to choose from have the labels of words.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from kumppanuus.checks.files import FOLDERS, LISTS, template_of
from kumppanuus.commands.schema import explanations
from kumppanuus.facts.fields import LANGUAGES, Key, Language, Text, To
from kumppanuus.facts.prose import PageMeta
from kumppanuus.facts.register import Register
from kumppanuus.facts.validate import named_by_file
from tools.form.labels import LABELS

Field = dict[str, Any]
# Files are fixed where a new one is more than a file: a district has pages and contacts too.
FIXED = ("districts", "contacts")
# A key that every file of a folder has filled in and its template has not; and a new file's name.
NEW_FILES = {
    "agreements": ("year", "{{fields.municipality}}-{{fields.year}}"),
    "decisions": ("read_on", "{{fields.municipality}}-{{fields.date}}"),
}
# What a page's front matter says in both languages; the rest is the same in both.
TRANSLATED = ("title", "description", "menu")
# Pages whose text is made of blocks, which typing could break.
MADE = ("haku", "kunnat/index")


def configuration(register: Register, language: Language, backend: dict[str, Any]) -> Field:
    """Everything that the form is given, for the interface in one language."""
    made = _Maker(register, language)
    workflow = "editorial_workflow" if backend["name"] == "github" else "simple"
    return {
        "backend": backend,
        "load_config_file": False,
        "publish_mode": workflow,  # a save is a pull request, and never a push to main
        "media_folder": "docs/kuvat",
        "public_folder": "/kuvat",
        "show_preview_links": False,
        "i18n": {
            "structure": "multiple_folders",
            "locales": list(LANGUAGES),
            "default_locale": "fi",
        },
        "output": {"omit_empty_optional_fields": True},
        "collections": [
            *(made.folder(kind) for kind in FOLDERS),
            *(made.list_file(kind) for kind in LISTS),
            made.pages(),
        ],
    }


class _Maker:
    def __init__(self, register: Register, language: Language) -> None:
        self.register = register
        self.language = language
        self.told: dict[Key, str] = {}

    def folder(self, kind: str) -> Field:
        """The things of a kind that are a file each."""
        fields = self._of_kind(kind, FOLDERS[kind])
        here: Field = {"name": kind, "label": LABELS[kind][self.language]}
        if kind in FIXED:
            folder = self.register.root / "data" / kind
            stems = sorted(one.stem for one in folder.glob("[!_]*.yml"))
            files = [
                {
                    "name": stem,
                    "label": self._name("districts", stem),
                    "file": f"data/{kind}/{stem}.yml",
                    "fields": fields,
                }
                for stem in stems
            ]
            return here | {"files": files}
        filled, slug = NEW_FILES[kind]
        return here | {
            "folder": f"data/{kind}",
            "extension": "yml",
            "format": "yml",
            "create": True,
            "delete": False,
            "filter": {"field": filled, "pattern": "^[0-9]"},
            "slug": {"template": slug, "editable": True},
            "summary": "{{filename}}",
            "fields": fields,
        }

    def list_file(self, kind: str) -> Field:
        """The things of a kind that are a list in one file."""
        label = LABELS[kind][self.language]
        file = {"name": kind, "label": label, "file": f"data/{kind}.yml"}
        file["fields"] = self._of_kind(kind, LISTS[kind])  # type: ignore[assignment]
        return {"name": f"{kind}-list", "label": label, "files": [file]}

    def pages(self) -> Field:
        """The pages, both languages side by side."""
        docs = self.register.root / "docs/fi"
        paths = sorted(one.relative_to(docs).with_suffix("") for one in docs.rglob("*.md"))
        files = [self._page(path) for path in paths if path.as_posix() not in MADE]
        label = LABELS["pages"][self.language]
        return {"name": "pages", "label": label, "i18n": True, "files": files}

    def _page(self, path: Path) -> Field:
        return {
            "name": path.as_posix().replace("/", "_"),
            "label": f"{self._title(path)} ({path.as_posix()})",
            "file": f"docs/{{{{locale}}}}/{path.as_posix()}.md",
            "i18n": True,
            "fields": [*self._front_matter(), _BODY | self._named("body")],
        }

    def _title(self, path: Path) -> str:
        here = (self.language, f"{path.as_posix()}.md")
        pages = (one for one in self.register.prose if (one.language, one.path) == here)
        return next((one.meta.title for one in pages), "")

    def _front_matter(self) -> Iterator[Field]:
        for name, one in PageMeta.model_fields.items():
            field = self._named(name) | {"required": one.is_required()}
            made = self._field(field, one.annotation, tuple(one.metadata), (name,))
            lengths = (getattr(mark, "max_length", None) for mark in one.metadata)
            if longest := min(filter(None, lengths), default=0):
                made |= {"maxlength": longest}
            if name == "description":
                made |= {"widget": "text"}
            yield made | {"i18n": True if name in TRANSLATED else "duplicate"}

    def _named(self, name: str) -> Field:
        """A name with its label, and its hint where there is one."""
        hint = LABELS.get(f"{name}_hint")
        named = {"name": name, "label": LABELS[name][self.language]}
        return named | ({"hint": hint[self.language]} if hint else {})

    def _of_kind(self, kind: str, model: type[BaseModel]) -> list[Field]:
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
            yield self._field(field, one.annotation, tuple(one.metadata), key)

    def _field(self, field: Field, annotation: Any, marks: tuple[Any, ...], key: Key) -> Field:
        kind, inner = get_origin(annotation), get_args(annotation)
        if kind is Annotated:
            return self._field(field, inner[0], (*marks, *inner[1:]), key)
        if kind in (Union, UnionType):
            only = next(one for one in inner if one is not NoneType)
            return self._field(field, only, marks, key)
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
        inside = self._field({}, item, (), (*key, 0))
        if inside["widget"] in ("select", "relation"):
            return inside | field | {"multiple": True}
        if inside["widget"] != "object":
            return field | {"widget": "list"}
        names = [one["name"] for one in inside["fields"]]
        shown = next((one for one in ("name", "id", "fi") if one in names), names[0])
        return field | {
            "widget": "list",
            "fields": inside["fields"],
            "collapsed": True,
            "summary": f"{{{{fields.{shown}}}}}",
        }

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
        options = [{"value": one, "label": self._name(kind, one)} for one in self._ids(kind)]
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
        return list((facts | {"counties": known.counties})[kind])

    def _name(self, kind: str, id_: str) -> str:
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
        label = re.split(r"[:;.,](?= |$)| \(", told, maxsplit=1)[0].strip()
        rest = told.removeprefix(label)
        hint = rest.removeprefix(":").strip() if rest[:1] in ":." else told
        return label[:1].upper() + label[1:], hint.removeprefix(".").strip()

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


_BODY: Field = {"widget": "markdown", "i18n": True, "modes": ["rich_text", "raw"]}
_DAY: Field = {
    "widget": "datetime",
    "type": "date",
    "format": "YYYY-MM-DD",
    "time_format": False,
    "picker_utc": True,
}
