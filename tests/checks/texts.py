"""A page in both languages, section by section the same."""

FI = """---
title: Lape yleensä
description: Kuvaus.
reviewed: 2026-11-01
---

Johdanto.

## Ensimmäinen

Perheet tapaavat.
Kahvi on kuumaa.

## Toinen

Loppu.
"""
SV = """---
title: Lape allmänt
description: Beskrivning.
reviewed: 2026-11-01
---

Inledning.

## Det första

Familjer träffas.
Kaffet är hett.

## Det andra

Slut.
"""
