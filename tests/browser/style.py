"""Style that a test lays over a page."""

# The site's content security policy lets no style in; a constructed sheet is allowed.
ADOPT = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet]; }"""
