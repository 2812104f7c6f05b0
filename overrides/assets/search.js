// @ts-check
// The search page. The search itself, its index and the stemmer come when the reader first searches.
/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Answer} Answer
 * @typedef {import("./engine.js").Page} Page
 * @typedef {import("./engine.js").Kind} Kind
 *
 * What kumppanuus/html/templates/blocks/search.html.j2 says in data-…: addresses and sentences.
 * @typedef {"index" | "names" | "stemmer" | "finder" | "language" | "base" | "reach" | "none" | "one" |
 *   "many" | "more" | "failed" | "meant" | "call" | "outside" | "former" |
 *   "municipality" | "county" | "district"} Word
 */
const form = /** @type {HTMLFormElement} */ (document.querySelector(".search-form"));
const results = /** @type {HTMLElement} */ (document.querySelector("#results"));
const status = /** @type {HTMLElement} */ (results.querySelector("[role=status]"));
const nothing = /** @type {HTMLElement} */ (document.querySelector("#nothing"));
const otherLanguage = /** @type {HTMLAnchorElement} */ (document.querySelector("a.language"));
const words = /** @type {Record<Word, string>} */ (form.dataset);
const AT_ONCE = 10;
// So many pages of one kind are shown; the rest stands together.
const ALIKE = 3;

/** @typedef {{ engine: Engine, search: typeof import("./engine.js").search,
 *   snippet: typeof import("./snippet.js").snippet }} Loaded */
/** @type {Promise<Loaded> | undefined} */
let loading;
async function loaded() {
  const json = async (/** @type {string} */ url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.json();
  };
  const [index, names, stemmer, { engineOf, search }, { snippet }] = await Promise.all([
    json(words.index),
    json(words.names),
    import(new URL(words.stemmer, location.href).href),
    import("./engine.js"),
    import("./snippet.js"),
  ]);
  return { engine: engineOf(index, names, stemmer, words.language), search, snippet };
}

/**
 * An element with children: text or elements.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {(Node | string)[]} children
 */
function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const linkTo = (/** @type {string} */ address) => words.base + address || "./";

/**
 * @param {Loaded} loaded
 * @param {Answer} answer
 * @param {Page} page
 */
function itemOf({ engine, snippet }, answer, page) {
  const { anchor, heading, pieces } = snippet(engine, answer.groups, page);
  const { address, title, place } = page;
  const name = heading && heading !== title ? `${title} – ${heading}` : title;
  const item = made(
    "li",
    {},
    made("a", { href: linkTo(address) + (anchor && `#${anchor}`) }, name),
  );
  if (place) item.append(made("p", { className: "place" }, place));
  const text = made("p", {});
  for (const piece of pieces) text.append(piece.mark ? made("mark", {}, piece.text) : piece.text);
  if (pieces.length) item.append(text);
  return item;
}

/**
 * @param {Engine} engine
 * @param {number[]} people
 * @param {boolean} named whether their names are told, which the heading of a card may do
 */
function peopleOf(engine, people, named = true) {
  const list = made("ul", { className: "plain" });
  for (const number of people) {
    const { name, address, age, phone, tel, email, ...person } = engine.index.people[number];
    const item = made("li", {}, person.answers_for);
    if (named) item.prepend(made("a", { href: linkTo(address) }, name), ", ");
    if (phone) {
      item.append(" ", made("a", { href: `tel:${tel}`, className: "number" }, phone));
    }
    if (email) item.append(" ", made("a", { href: `mailto:${email}` }, email));
    item.append(" ", made("span", { className: "tag" }, age));
    list.append(item);
  }
  return list;
}

/**
 * @param {string} heading
 * @param {string} href
 * @param {(Node | string)[]} told
 */
function card(heading, href, ...told) {
  const title = made("h2", {}, made("a", { href }, heading));
  return made("section", { className: "answer" }, title, ...told);
}

/**
 * What can be told at once: a municipality, county, district or person by name, or a figure; and
 * the pages that need not be listed again.
 * @param {Engine} engine
 * @param {Answer} answer
 */
function answersTo(engine, answer) {
  /** @type {HTMLElement[]} */
  const cards = [];
  const shown = new Set();
  for (const { name, address, former, person } of answer.named.slice(0, 3)) {
    const page = engine.index.pages.find((one) => one.address === address);
    if (address === null) {
      const host = words.reach.replace(/^https:\/\/(www\.)?/, "");
      const way = made("p", {}, made("a", { href: words.reach }, host));
      const said = made("p", {}, words.outside.replace("{name}", name));
      cards.push(made("section", { className: "answer" }, made("h2", {}, name), said, way));
    } else if (person !== undefined) {
      cards.push(card(name, linkTo(address), peopleOf(engine, [person], false)));
    } else if (page) {
      const told = [];
      if (former) told.push(made("p", {}, words.former.replace("{name}", former)));
      const first = page.sections[0];
      if (first && !first[1]) told.push(made("p", {}, first[2].split("\n")[0]));
      if (page.people.length) told.push(made("p", { className: "call" }, words.call));
      cards.push(card(page.title, linkTo(address), ...told, peopleOf(engine, page.people)));
      shown.add(address);
    }
  }
  const { told } = answer;
  if (told) {
    const [anchor, heading, text] = told.section;
    const href = linkTo(told.page.address) + (anchor && `#${anchor}`);
    shown.add(told.page.address);
    cards.push(card(heading, href, ...text.split("\n").map((line) => made("p", {}, line))));
  }
  return { cards, shown };
}

/**
 * The list of hits; of many alike the first, and the rest of them together.
 * @param {Loaded} loaded
 * @param {Answer} answer
 * @param {Page[]} pages
 */
function itemsOf(loaded, answer, pages) {
  /** @type {Map<Kind, Page[]>} */
  const kinds = new Map();
  for (const page of pages) kinds.set(page.kind, [...(kinds.get(page.kind) ?? []), page]);
  /** @type {(() => HTMLElement)[]} */
  const items = [];
  for (const page of pages) {
    const alike = kinds.get(page.kind) ?? [];
    const word = words[/** @type {Word} */ (page.kind)];
    const at = alike.indexOf(page);
    if (!word || alike.length <= ALIKE + 1 || at < ALIKE) {
      items.push(() => itemOf(loaded, answer, page));
    } else if (at === ALIKE) {
      items.push(() => together(word, alike.slice(ALIKE)));
    }
  }
  return items;
}

/**
 * @param {string} word
 * @param {Page[]} pages
 */
function together(word, pages) {
  const links = pages.map((page) => {
    const name = page.kind === "municipality" ? page.label : page.title;
    return made("li", {}, made("a", { href: linkTo(page.address) }, name));
  });
  const summary = made("summary", {}, word.replace("{count}", String(pages.length)));
  const list = made("ul", { className: "columns" }, ...links);
  return made("li", {}, made("details", {}, summary, list));
}

/**
 * @param {HTMLElement} list
 * @param {(() => HTMLElement)[]} items
 * @param {number} from
 */
function show(list, items, from) {
  const next = items.slice(from, from + AT_ONCE).map((make) => make());
  list.append(...next);
  results.querySelector("#more")?.remove();
  if (items.length > from + AT_ONCE) {
    const more = made("button", { id: "more", type: "button" }, words.more);
    more.addEventListener("click", () => show(list, items, from + AT_ONCE), { once: true });
    list.after(more);
  }
  if (from > 0) next[0].querySelector("a")?.focus();
}

// Counts the searches: what an earlier one finds after the next has begun is not shown.
let latest = 0;

/** @param {string} query */
async function run(query) {
  const number = ++latest;
  results.replaceChildren(status);
  nothing.hidden = true;
  status.textContent = "";
  otherLanguage.search = query ? `?q=${encodeURIComponent(query)}` : "";
  if (!query) return;
  let all;
  try {
    all = await (loading ??= loaded());
  } catch (error) {
    console.warn(error);
    loading = undefined;
    if (number === latest) status.textContent = words.failed;
    return;
  }
  if (number !== latest) return;
  const { engine, search } = all;
  const answer = search(engine, query);
  const { cards, shown } = answersTo(engine, answer);
  const pages = answer.hits.map((hit) => hit.page).filter((page) => !shown.has(page.address));
  const count = pages.length + cards.length;
  const text = count === 0 ? words.none : count === 1 ? words.one : words.many;
  status.textContent = text.replace("{count}", String(count)).replace("{query}", query);
  if (answer.meant) {
    const url = `?q=${encodeURIComponent(answer.meant)}`;
    const link = made("a", { href: url }, answer.meant);
    results.append(made("p", { className: "meant" }, `${words.meant} `, link));
  }
  results.append(...cards);
  const list = made("ol", {});
  results.append(list);
  show(list, itemsOf(all, answer, pages), 0);
  if (!count) {
    nothing.hidden = false;
    await import(new URL(words.finder, location.href).href);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = form.q.value.trim();
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  run(query);
});
form.q.value = new URLSearchParams(location.search).get("q") ?? "";
if (form.q.value) run(form.q.value.trim());
else form.q.focus();
