"""The form's configuration: its collections, of the fields that the models have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kumppanuus.checks.files import FOLDERS, LISTS
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.media import PICTURES
from kumppanuus.facts.prose import PageMeta
from kumppanuus.facts.register import Register
from tools.form.fields import Field, Fields
from tools.form.labels import LABELS

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
# A picture becomes one that checks/media.py lets through: small, and without what the camera says.
SMALLER = {"format": "webp", "quality": 75, "width": 1280, "height": 1280}
MEDIA = {
    "default": {"config": {"slugify_filename": True, "transformations": {"raster_image": SMALLER}}},
    "stock_assets": False,
}
# What checks/markdown.py lets a page hold.
BUTTONS = ("bold", "italic", "link", "heading-two", "heading-three")
BODY: Field = {
    "widget": "markdown",
    "i18n": True,
    "modes": ["rich_text", "raw"],
    "buttons": [*BUTTONS, "bulleted-list", "numbered-list"],
    "editor_components": ["image"],
    "linked_images": False,
    "use_emoji_autocomplete": False,
}


def configuration(register: Register, language: Language, backend: dict[str, Any]) -> Field:
    """Everything that the form is given, for the interface in one language."""
    made = _Maker(register, language)
    workflow = "editorial_workflow" if backend["name"] == "github" else "simple"
    return {
        "backend": backend,
        "load_config_file": False,
        "publish_mode": workflow,  # a save is a pull request, and never a push to main
        "publish": False,  # which is merged on GitHub, where the check and the reviewer are
        "media_folder": f"docs/{PICTURES}",
        "public_folder": f"/{PICTURES}",
        "media_libraries": MEDIA,
        "slug": {"encoding": "ascii", "clean_accents": True},
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
        self.fields = Fields(register, language)

    def folder(self, kind: str) -> Field:
        """The things of a kind that are a file each."""
        fields = self.fields.of_kind(kind, FOLDERS[kind])
        here: Field = {"name": kind, "label": LABELS[kind][self.language]}
        if kind in FIXED:
            folder = self.register.root / "data" / kind
            stems = sorted(one.stem for one in folder.glob("[!_]*.yml"))
            files = [
                {
                    "name": stem,
                    "label": self.fields.name("districts", stem),
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
        file["fields"] = self.fields.of_kind(kind, LISTS[kind])  # type: ignore[assignment]
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
            "fields": self._page_fields(),
        }

    def _title(self, path: Path) -> str:
        here = (self.language, f"{path.as_posix()}.md")
        pages = (one for one in self.register.prose if (one.language, one.path) == here)
        return next((one.meta.title for one in pages), "")

    def _page_fields(self) -> list[Field]:
        """What is read first first; where the rest stands in the file is as it was."""
        title, description, *rest = self._front_matter()
        return [title, description, BODY | self._named("body"), *rest]

    def _front_matter(self) -> Iterator[Field]:
        for name, one in PageMeta.model_fields.items():
            field = self._named(name) | {"required": one.is_required()}
            made = self.fields.field(field, one.annotation, tuple(one.metadata), (name,))
            if name == "description":
                lengths = (getattr(mark, "max_length", None) for mark in one.metadata)
                made |= {"widget": "text", "maxlength": min(filter(None, lengths))}
            yield made | {"i18n": True if name in TRANSLATED else "duplicate"}

    def _named(self, name: str) -> Field:
        """A name with its label, and its hint where there is one."""
        hint = LABELS.get(f"{name}_hint")
        named = {"name": name, "label": LABELS[name][self.language]}
        return named | ({"hint": hint[self.language]} if hint else {})
