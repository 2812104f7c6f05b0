"""Measures this site side by side with other generators and themes: ``make bench``.

Nothing here belongs to the site. Everything that is generated goes below .cache/bench; the
figures go to bench/results.md. The pipeline, top to bottom:

1. ``install``     the comparators, pinned, from PyPI and npm into .cache/bench.
2. ``data``        N municipality-like pages in two languages, the same text for every generator.
3. ``generators``, ``ours``  one class for each: writes a project, says how it is built.
4. ``measure``     one build: seconds, processor time, peak memory of its processes.
5. ``profiling``   where a build's time goes, by stage.
6. ``server``, ``views``, ``lighthouse``  what a phone loads and how fast it shows.
7. ``report``      the tables, and what was aimed at beside what was measured.
"""
