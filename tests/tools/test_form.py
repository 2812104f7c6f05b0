"""The form's configuration is that of the models: what the one has, the other has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from kumppanuus.checks.files import FOLDERS, LISTS
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.prose import PageMeta
from kumppanuus.facts.register import Register
from kumppanuus.facts.validate import named_by_file
from tests.commands.test_schema import models_in
from tools.form.__main__ import POLICY, backend
from tools.form.config import configuration

GITHUB = "https://github.com/esimerkki/kuntakumppanuus/"


def differences(model: type[BaseModel], fields: list[Any], at: str) -> Iterator[str]:
    """Every key that only the model or only the form has, or requires, at any depth."""
    known = {one["name"]: one for one in fields}
    expected = set(model.model_fields) - set(named_by_file(model))
    yield from (f"{at}: {name}" for name in expected ^ set(known))
    for name in expected & set(known):
        field = model.model_fields[name]
        if known[name]["required"] != field.is_required():
            yield f"{at}: {name} is required in one"
        for inner in models_in(field.annotation):
            yield from differences(inner, known[name]["fields"], f"{at} / {name}")


def every_field(fields: list[Any]) -> Iterator[Any]:
    for one in fields:
        yield one
        yield from every_field(one.get("fields", []))


def fields_of(config: Any, kind: str) -> list[Any]:
    name = f"{kind}-list" if kind in LISTS else kind
    found = next(one for one in config["collections"] if one["name"] == name)
    fields: list[Any] = found["fields"] if "fields" in found else found["files"][0]["fields"]
    return fields


@pytest.mark.parametrize("kind", FOLDERS | LISTS)
def test_the_form_has_every_key_of_its_model_and_no_other(kind: str, register: Register) -> None:
    """Required where the model requires it, at every depth."""
    fields = fields_of(configuration(register, "fi", {"name": "test-repo"}), kind)
    assert list(differences((FOLDERS | LISTS)[kind], fields, kind)) == []


def test_the_form_has_all_front_matter_of_a_page_and_no_other(register: Register) -> None:
    """Of every page that it has, beside the text; what is the same in both languages is so."""
    config = configuration(register, "sv", {"name": "test-repo"})
    pages = next(one for one in config["collections"] if one["name"] == "pages")["files"]
    assert len(pages) > 20
    for page in pages:
        title, description, body, *rest = page["fields"]
        fields = [title, description, *rest]
        assert body["name"] == "body"
        assert list(differences(PageMeta, fields, page["label"])) == []
        both = {one["name"] for one in fields if one["i18n"] == "duplicate"}
        assert both == set(PageMeta.model_fields) - {"title", "description", "menu"}
        assert description["maxlength"] < 200
        for one in page["fields"]:
            assert one["label"][0].isupper()
            assert one.get("options", True)


def test_a_key_that_the_form_lacks_is_found(register: Register) -> None:
    """The comparison itself finds what is missing and what is too much, also in a list."""
    fields = fields_of(configuration(register, "fi", {"name": "test-repo"}), "contacts")
    person = fields[0]["fields"]
    person[0]["name"] = "tunnus"
    found = sorted(differences(FOLDERS["contacts"], fields, "contacts"))
    assert found == ["contacts / contacts: id", "contacts / contacts: tunnus"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FOLDERS | LISTS)
def test_every_label_is_short_and_in_the_language(
    kind: str, language: Language, register: Register
) -> None:
    """Taken from the template's comments; nothing is chosen from an empty list."""
    fields = fields_of(configuration(register, language, {"name": "test-repo"}), kind)
    for one in every_field(fields):
        assert 0 < len(one["label"]) <= 60, one["label"]
        assert one["label"][0].isupper(), one["label"]
        assert one.get("options", True), one["name"]


def test_a_save_is_a_pull_request_on_github(register: Register) -> None:
    """Signed in by a token; with an OAuth server of one's own, by that too."""
    config = configuration(register, "fi", backend(GITHUB, ""))
    assert config["publish_mode"] == "editorial_workflow"
    assert config["publish"] is False
    assert config["backend"] == {
        "name": "github",
        "repo": "esimerkki/kuntakumppanuus",
        "branch": "main",
        "auth_methods": ["token"],
    }
    assert backend(GITHUB, "https://oauth.example")["base_url"] == "https://oauth.example"


def test_the_form_speaks_to_its_own_site_and_github_alone() -> None:
    """Its policy names one other host."""
    assert [one.strip(";") for one in POLICY.split() if "//" in one] == [
        "https://api.github.com{oauth}"
    ]
