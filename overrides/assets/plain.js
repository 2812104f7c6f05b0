// @ts-check
// What is copied of a draft: its headings, lists and tables, as HTML and as plain text.

/** On the page the draft stands below headings of its own; alone it begins from the first. */
const LEVELS = [
  ["h3", "h1"],
  ["h4", "h2"],
];

/**
 * Elements alone, without classes of ours; tables get lines, which Word does not give by itself.
 * @param {HTMLElement} text
 */
export function html(text) {
  const whole = document.createElement("div");
  whole.lang = document.documentElement.lang;
  whole.innerHTML = text.innerHTML;
  for (const [from, to] of LEVELS) {
    for (const old of whole.querySelectorAll(from)) {
      const heading = document.createElement(to);
      heading.append(...old.childNodes);
      old.replaceWith(heading);
    }
  }
  for (const one of whole.querySelectorAll("*")) {
    one.removeAttribute("class");
    one.removeAttribute("data-label");
  }
  for (const mark of whole.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
  for (const table of whole.querySelectorAll("table")) table.setAttribute("border", "1");
  return whole.outerHTML;
}

/**
 * Paragraphs apart, an item of a list on a line with its sign, the cells of a row with tabs between.
 * @param {HTMLElement} text
 */
export function plain(text) {
  /** @type {string[]} */
  const parts = [];
  for (const part of text.children) {
    const rows = part instanceof HTMLTableElement ? [...part.rows] : [];
    const caption = part instanceof HTMLTableElement ? [said(part.caption)] : [];
    const items = part.matches("ul, ol") ? [...part.children] : [];
    const lines = [
      ...caption,
      ...rows.map((row) => [...row.cells].map(said).join("\t")),
      ...items.map((item, index) => `${part.matches("ol") ? `${index + 1}.` : "–"} ${said(item)}`),
    ];
    parts.push(lines.length ? lines.join("\n") : said(part));
  }
  return `${parts.join("\n\n")}\n`;
}

/**
 * @param {Element | null} element
 */
function said(element) {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
