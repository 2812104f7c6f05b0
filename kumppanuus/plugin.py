"""The MkDocs events. The only module that knows MkDocs: it hands plain values to functions."""

from __future__ import annotations

import os
import re
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from kumppanuus import addresses
from kumppanuus.checks.built import BuiltPage, read_site
from kumppanuus.checks.check import load_views, site_problems, today
from kumppanuus.checks.published import list_published
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.prose import Prose
from kumppanuus.files import files as made_files
from kumppanuus.files import shared_files, shared_paths
from kumppanuus.files.scripts import lighten
from kumppanuus.html import generated_pages
from kumppanuus.html.blocks import with_facts
from kumppanuus.html.environment import TEMPLATES, compiled, templates
from kumppanuus.html.formats import display_date
from kumppanuus.html.frame import page_context
from kumppanuus.html.pages import GeneratedPage
from kumppanuus.html.style import of_few
from kumppanuus.html.view import View
from kumppanuus.languages import Twin, file_of, is_first, language_of
from kumppanuus.problems import ProblemsFound, sentence
from kumppanuus.search import search_files, search_index_file
from kumppanuus.search.index import IndexedPage, indexed_page

_ID = re.compile(r'\bid="([^"]+)"')

log = get_plugin_logger(__name__)


class PluginConfig(Config):
    """data_dir: where the facts are. (An option named ``data`` would recurse for ever.)"""

    data_dir = config_options.Dir(default="data", exists=True)


class DataPage(Page):
    """A page whose HTML comes from data: there is no Markdown to read or to convert."""

    def __init__(self, made: GeneratedPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(made.title, file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"title": self.made.title, "description": self.made.description}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""  # drawn when the page is built (``on_page_context``)

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """The ids on the page, where a link in Markdown leads to one."""
        return set(_ID.findall(self.made.draw()))


class KumppanuusPlugin(BasePlugin[PluginConfig]):
    """Joins data/ and docs/ into one site; runs once for each language."""

    problems = ""  # what is wrong with the files as they are now, in ``serve``

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        templates().auto_reload = self.serving
        self.twin = Twin(self.serving)
        self.views: dict[Language, View] = {}
        self.searched: dict[Language, list[IndexedPage]] = {}

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if is_first(config):  # the facts are read once for both languages
            self._read(config)
            # Of the theme's own files the site uses its icons alone. MkDocs would list all 14 000
            # of them for each language, only for them to be left out again.
            self.templates = FileSystemLoader(config.theme.dirs)
            config.theme.dirs = [config.theme.custom_dir or "overrides"]
        return config

    def _read(self, config: MkDocsConfig) -> None:
        """Reads everything anew. A mistake stops a build; ``serve`` shows it on the last pages."""
        root = Path(config.config_file_path).parent
        try:
            self.views = load_views(root, today(), config.repo_url or "")
            self.problems = ""
        except ProblemsFound as found:
            if not (self.serving and self.views):
                raise PluginError(f"\n\n{found}\n") from None
            self.problems = str(found)
            log.error("\n\n%s\n", found)
        self.prose = {page.source: page for page in self.views[LANGUAGES[0]].register.prose}

    def _split(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The languages side by side."""
        self.twin.split(config)
        return files

    def _with_data(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The language's files, with the pages and downloads made from data."""
        pages = {file.src_uri: file for file in files if file.is_documentation_page()}
        for source in pages.keys() - self.prose.keys():
            files.remove(pages[source])  # it could not be read (``serve`` only): nothing to show
        view = self.views[language_of(pages)]
        data_files = addresses.made_from_data(view.register)
        for made in generated_pages(view):
            source = f"{view.language}/{addresses.page_path(made.address)}"
            plain = File(source, config.docs_dir, config.site_dir, config.use_directory_urls)
            file = file_of(plain, view.language, config)
            file.edit_uri = f"../{data_files[made.address]}"
            file.page = DataPage(made, file, config)
            files.append(file)
        for path in map(files.get_file_from_path, shared_paths(view.register)):
            if path is not None:
                files.remove(path)  # static-i18n has it for one language alone
        for address, content in shared_files(view.register):
            files.append(File.generated(config, address, content=content))
        return files

    on_files = CombinedEvent(
        event_priority(100)(_split),  # before static-i18n chooses the language's files
        event_priority(-200)(_with_data),  # after it: it cannot take files that are not on disk
    )

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        prose = self.prose.get(page.file.src_uri)
        return prose.body if prose else None  # its front matter has been read with the data

    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        prose = self.prose.get(page.file.src_uri)
        if prose is None:
            return None
        html = with_facts(html, self.views[prose.language], prose)
        page.title = prose.meta.title
        page.meta["template"] = "main.html" if prose.address else "home.html"
        page.present_anchor_ids = (page.present_anchor_ids or set()) | set(_ID.findall(html))
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        env.loader, env.bytecode_cache = self.templates, compiled()
        env.autoescape = True  # MkDocs leaves it off; titles and descriptions are editors' text
        env.trim_blocks = env.lstrip_blocks = True
        env.filters["day"] = display_date
        env.globals["of_few"] = of_few(Path(config.theme.custom_dir or "overrides"))
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if isinstance(page, DataPage):
            shown: GeneratedPage | Prose = page.made
            page.content = page.made.draw()
        else:
            shown = self.prose[page.file.src_uri]
        view = self.views[shown.language]
        around = page_context(view, shown)
        above = [link.label for link in around["frame"].crumbs]
        if searched := indexed_page(view, shown, page.content or "", above):
            self.searched.setdefault(view.language, []).append(searched)
        serving = {"serving": self.serving, "problems": self.problems}
        context.update({**around, **serving, "site_root": config.site_url or "/"})  # type: ignore[typeddict-item]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        page.content = None  # written, and not needed again: a thousand pages need much memory
        return output

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        extra: dict[str, Any] = {"to": addresses, "views": self.views}
        context.update({**extra, "site_root": config.site_url or "/"})  # type: ignore[typeddict-item]
        return context

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        own: Language | None = None
        while self.searched:  # those of the language, or languages, that this process has built
            own, pages = self.searched.popitem()
            self._write_beside(site, self.views[own], pages, config.site_url or "/")
        built: dict[str, BuiltPage] | None = None
        if self.twin.is_split:  # ``serve`` checks no pages: an editor sees them at once
            built = {} if self.serving else read_site(site, own)
        if not self.twin.ends_last(config):
            if built is not None:
                self.twin.tell(built)
            return
        if built is not None:
            others = self.twin.wait()
            if others is None:
                raise PluginError("The Swedish pages could not be built: see above.")
            built |= others
        # It holds the time of day; GitHub Pages compresses by itself.
        (site / f"{addresses.SITEMAP}.gz").unlink(missing_ok=True)
        lighten(site / addresses.ASSETS)
        register = self.views[LANGUAGES[0]].register
        list_published(site, register)
        if self.serving:
            return
        if problems := site_problems(site, config.site_url or "/", register, built):
            raise PluginError(f"\n\n{ProblemsFound(problems)}\n")

    def _write_beside(self, site: Path, view: View, pages: list[IndexedPage], url: str) -> None:
        """Writes a language's files beside its pages, one at a time: there may be thousands."""
        index = search_index_file(view, pages)
        for address, content in chain(made_files(view, url), search_files(view), [index]):
            file = site / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)

    def on_build_error(self, *, error: Exception) -> None:
        self.twin.wait()
        self.twin.end(error)
        if isinstance(error, OSError):  # full, not to be written, or another build's at once
            raise PluginError(sentence("cannot_write", value=error)) from None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        server.watch(self.config.data_dir)
        server.watch(os.fspath(config.theme.custom_dir or "overrides"))
        server.watch(os.fspath(TEMPLATES))
        return server
