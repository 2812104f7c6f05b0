"""Turns facts in ``data/`` and prose in ``docs/`` into one bilingual site.

The pipeline, top to bottom:

1. ``load``      YAML, CSV and front matter become plain values that remember their lines.
2. ``fields``, ``model``  pydantic models, frozen: the only schema of the data.
3. ``register``  reads every file once and holds the facts of the whole site.
4. ``rules``     facts that span files; every Problem is listed once, then the build stops.
5. ``pages``     register + language become generated pages, blocks in prose, and downloads.
6. ``plugin``    the MkDocs events that join these with the prose: the only module that knows MkDocs.
7. ``site_checks``  what must hold of the built HTML.
"""
