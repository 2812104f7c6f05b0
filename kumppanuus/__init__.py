"""Turns facts in ``data/`` and prose in ``docs/`` into one bilingual site.

1. ``facts``   every file is read once into models, which become one ``Register``.
2. ``checks``  what must hold: of facts and pages before the build, of its HTML after it.
3. ``html``    one language's ``View`` of the register becomes pages and blocks in prose.
4. ``files``   what a reader takes away: vCards, tables, open data; redirects.
5. ``search``  the index, made at build, and the data of the field for municipalities.
6. ``plugin``  joins these with MkDocs; ``languages`` with static-i18n.

Beside it ``commands`` (python -m kumppanuus), ``addresses``, ``problems``. See DEVELOPING.md.
"""
