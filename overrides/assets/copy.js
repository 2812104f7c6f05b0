// @ts-check
// Copies a draft with its headings, lists and tables, for Word and for case systems.

/** On the page the draft stands below headings of its own; alone it begins from the first. */
const LEVELS = [
  ["h3", "h1"],
  ["h4", "h2"],
];

for (const draft of document.querySelectorAll(".draft")) {
  const button = /** @type {HTMLButtonElement} */ (draft.querySelector("button.copy"));
  const text = /** @type {HTMLElement} */ (draft.querySelector(".draft-text"));
  const status = /** @type {HTMLElement} */ (draft.querySelector("[role=status]"));
  const words = /** @type {{ copied: string, failed: string }} */ (
    /** @type {HTMLElement} */ (draft).dataset
  );
  button.addEventListener("click", async () => {
    try {
      await copy(text);
      status.textContent = words.copied;
    } catch {
      getSelection()?.selectAllChildren(text);
      status.textContent = words.failed;
    }
  });
}

/**
 * Raises where the browser does not allow it: an old one, or a page that is not safe.
 * @param {HTMLElement} text
 */
async function copy(text) {
  const kinds = { "text/html": plainHtml(text), "text/plain": plainText(text) };
  const blobs = Object.entries(kinds).map(([type, part]) => [type, new Blob([part], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

/**
 * Elements alone, without classes of ours; tables get lines, which Word does not give by itself.
 * @param {HTMLElement} text
 */
function plainHtml(text) {
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
  for (const span of whole.querySelectorAll("span")) span.replaceWith(...span.childNodes);
  for (const table of whole.querySelectorAll("table")) table.setAttribute("border", "1");
  return whole.outerHTML;
}

/**
 * Paragraphs apart, an item of a list on a line with its sign, the cells of a row with tabs between.
 * @param {HTMLElement} text
 */
function plainText(text) {
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
