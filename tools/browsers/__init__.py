"""The main tasks of a reader, walked in three engines: python -m tools.browsers SITE

Each engine is driven as its makers mean it to be: Chromium by Playwright, which the tests use;
Firefox by WebDriver BiDi, which it speaks itself; WebKit (Safari's engine) by WebKitWebDriver.
Selenium would need geckodriver for Firefox, which neither Debian nor PyPI has.
"""
