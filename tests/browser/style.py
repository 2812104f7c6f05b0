"""Style that a test lays over a page, and what style does to it."""

# The site's content security policy lets no style in; a constructed sheet is allowed.
ADOPT = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet]; }"""
# The elements whose text is cut.
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
  const style = getComputedStyle(e);
  return !e.closest('.hidden, svg, [hidden], input') && style.overflow !== 'visible'
    && !(e.matches('thead, thead *')) && style.clipPath === 'none'
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map(e => e.outerHTML.slice(0, 120))"""
# How much of the page has moved by itself, and then a little longer.
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
