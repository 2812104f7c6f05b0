// @ts-check
// The search page: loads Pagefind's index only when the reader searches.

/**
 * A page that Pagefind finds; its data come on demand (pagefind.app/docs/api).
 * @typedef {{ data: () => Promise<Found> }} Result
 * @typedef {{ url: string, excerpt: string, meta: { title: string } }} Found
 *
 * What the form of the search page says in data-…: an address and sentences.
 * @typedef {"bundle" | "more" | "none" | "one" | "many" | "failed"} Word
 */
const form = /** @type {HTMLFormElement} */ (document.querySelector(".search-form"));
const status = /** @type {HTMLElement} */ (document.querySelector("#results [role=status]"));
const list = /** @type {HTMLElement} */ (document.querySelector("#results ol"));
const otherLanguage = /** @type {HTMLAnchorElement} */ (document.querySelector("a.language"));
const words = /** @type {Record<Word, string>} */ (form.dataset);
const PAGE = 10;

/**
 * Pagefind marks hits with <mark> in escaped text; only that one element is made here.
 * @param {string} excerpt
 */
function withMarks(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  const text = document.createElement("p");
  for (const node of parsed.childNodes) {
    const part = node.nodeName === "MARK" ? document.createElement("mark") : new Text();
    part.textContent = node.textContent;
    text.append(part);
  }
  return text;
}

// Counts the searches: what an earlier one finds after the next has begun is not shown.
let latest = 0;

/**
 * @param {Result[]} results
 * @param {number} from
 * @param {number} number the search that asks
 */
async function show(results, from, number) {
  const loaded = await Promise.all(results.slice(from, from + PAGE).map((one) => one.data()));
  if (number !== latest) return;
  const items = loaded.map((page) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = page.url;
    link.textContent = page.meta.title;
    item.append(link, withMarks(page.excerpt));
    return item;
  });
  list.append(...items);
  document.querySelector("#more")?.remove();
  if (results.length > from + PAGE) {
    const more = document.createElement("button");
    more.id = "more";
    more.type = "button";
    more.textContent = words.more;
    more.addEventListener("click", () => show(results, from + PAGE, number), { once: true });
    list.after(more);
  }
  if (from > 0) items[0].querySelector("a")?.focus();
}

/** @param {string} query */
async function search(query) {
  const number = ++latest;
  list.replaceChildren();
  document.querySelector("#more")?.remove();
  status.textContent = "";
  otherLanguage.search = query ? `?q=${encodeURIComponent(query)}` : "";
  if (!query) return;
  try {
    const pagefind = await import(new URL(words.bundle, location.href).href);
    const { results } = await pagefind.search(query);
    if (number !== latest) return;
    const count = results.length;
    const text = count === 0 ? words.none : count === 1 ? words.one : words.many;
    status.textContent = text.replace("{count}", String(count)).replace("{query}", query);
    await show(results, 0, number);
  } catch (error) {
    console.warn(error);
    status.textContent = words.failed;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = form.q.value.trim();
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  search(query);
});
form.q.value = new URLSearchParams(location.search).get("q") ?? "";
if (form.q.value) search(form.q.value.trim());
else form.q.focus();
