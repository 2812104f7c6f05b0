"""Lighthouse, on a phone, on eight kinds of page in both languages: python -m tools.lighthouse SITE

It comes from npm and runs in the tests' Chromium. The site is sent as GitHub Pages sends it.
"""
