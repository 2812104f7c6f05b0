"""Turns facts in ``data/`` and prose in ``docs/`` into one bilingual site.

The pipeline, top to bottom:

1. ``load``      YAML, CSV and front matter become plain values that remember their lines.
2. ``fields``, ``model``, ``agreement``, ``prose``  pydantic models, frozen: the only schema;
   ``validate`` words their errors for editors, ``unfinished`` finds what is yet to be filled in.
3. ``reader``    reads every file once into a ``register`` of the whole site's facts.
4. ``rules``, ``agreement_rules``, ``place_rules``, ``page_rules``, ``text_rules``, ``published``
   facts that span files, pages, addresses; every Problem is listed once, then the build stops.
5. ``sections``, ``translations``, ``side_by_side``, ``expressions``, ``usage``  what a page says
   in both languages and with which words: warnings, which stop nothing.
6. ``pages``, ``blocks``, ``downloads``, ``frame``  a ``view`` of the register in one language
   becomes pages, blocks in prose, files to save, and what surrounds a page.
7. ``plugin``    the MkDocs events that join these with the prose: alone knows MkDocs.
8. ``site_checks``  what must hold of the built HTML; ``changes`` and ``verdict`` tell a person
   what a change does to it.

Beside it: ``new``, ``schema`` and ``codeowners`` write files from templates, models and data.
"""
