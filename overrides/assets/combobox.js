// @ts-check
// Finds a municipality: a combobox with a list (WAI-ARIA APG, "editable combobox with list
// autocomplete"). finder.js loads it when the reader first comes to the field.
import { find, plain } from "./match.js";

/** @typedef {import("./match.js").Data} Data */
/** @typedef {import("./match.js").Hit} Hit */

/**
 * What kumppanuus/html/templates/finder_form.html.j2 says in data-…: addresses and sentences.
 * @typedef {"source" | "reach" | "none" | "one" | "many" | "first" | "empty" |
 *   "outside" | "elsewhere" | "merged" | "failed" | "all"} Word
 */
const form = /** @type {HTMLFormElement} */ (document.querySelector(".finder"));
const input = /** @type {HTMLInputElement} */ (form.querySelector("[role=combobox]"));
const list = /** @type {HTMLElement} */ (form.querySelector("[role=listbox]"));
const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
const words = /** @type {Record<Word, string>} */ (form.dataset);
const language = document.documentElement.lang;
const LIMIT = 8;

/** @type {Promise<Data> | undefined} */
let loading;
const load = () => (loading ??= fetch(words.source).then((answer) => answer.json()));

/** @param {readonly [fi: string, sv: string | 0, ...rest: unknown[]]} row */
const nameOf = ([fi, sv]) => (language === "sv" && sv ? sv : fi);
/** @type {Hit[]} */
let shown = [];
let active = -1;

function close() {
  if (!list.hidden) status.textContent = "";
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
  active = -1;
}

/**
 * Marks an option; past either end the other one.
 * @param {number} index
 */
function activate(index) {
  const options = list.children;
  if (!options.length) return;
  options[active]?.removeAttribute("aria-selected");
  active = (index + options.length) % options.length;
  options[active].setAttribute("aria-selected", "true");
  options[active].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", options[active].id);
}

/**
 * Says something with a way on.
 * @param {string} text
 * @param {string} href
 * @param {string} label
 */
function tell(text, href, label) {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = label;
  status.replaceChildren(`${text} `, link);
  status.scrollIntoView({ block: "nearest" }); // a telephone's keyboard may cover it
}

/**
 * @param {Hit} hit
 * @param {Data} data
 */
function choose(hit, data) {
  const row = data.kunnat[hit.index];
  input.value = nameOf(row);
  close();
  if (row[2]) {
    // A region's or a county's page lies beside the municipalities.
    location.assign(`${form.action}${row[2].includes("/") ? "../" : ""}${row[2]}/`);
  } else {
    tell(
      words.outside.replace("{name}", nameOf(row)),
      words.reach,
      words.reach.replace(/^https:\/\/(www\.)?/, ""),
    );
  }
}

/**
 * @param {Hit} hit
 * @param {number} number its place in the list
 * @param {Data} data
 */
function optionOf(hit, number, data) {
  const option = document.createElement("li");
  const [fi, sv, id] = data.kunnat[hit.index];
  option.id = `kunta-${number}`;
  option.setAttribute("role", "option");
  option.textContent = nameOf([fi, sv]);
  const notes = [];
  if (sv) notes.push(language === "sv" ? fi : sv);
  if (hit.former) notes.push(words.merged.replace("{name}", hit.former));
  if (!id) notes.push(words.elsewhere);
  if (notes.length) {
    const note = document.createElement("span");
    note.textContent = ` ${notes.join(", ")}`;
    option.append(note);
  }
  option.addEventListener("click", () => choose(hit, data));
  return option;
}

// Shows what is found for what is typed; gives the data, or nothing where it cannot be had.
async function update() {
  let data;
  try {
    data = await load();
  } catch {
    loading = undefined;
    tell(words.failed, form.action, words.all);
    return undefined;
  }
  const found = find(data, input.value, language);
  shown = found.slice(0, LIMIT);
  if (document.activeElement !== input) return data; // it came after the reader had gone on
  active = -1;
  input.removeAttribute("aria-activedescendant");
  list.replaceChildren(...shown.map((hit, number) => optionOf(hit, number, data)));
  const typed = plain(input.value).length > 1;
  list.hidden = !shown.length;
  input.setAttribute("aria-expanded", String(shown.length > 0));
  list.scrollIntoView({ block: "nearest" });
  const many = found.length > LIMIT ? words.first : words.many;
  const text = shown.length > 1 ? many : shown.length ? words.one : words.none;
  status.textContent = typed ? text.replace("{count}", String(shown.length)) : "";
  return data;
}

// The list scrolls to the option, never the page under a moving pointer.
list.addEventListener("mousedown", (event) => event.preventDefault());
load().catch(() => (loading = undefined));
input.addEventListener("input", update);
input.addEventListener("blur", close);
input.addEventListener("keydown", async (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) await update();
    if (event.key === "ArrowDown") activate(active + 1);
    else activate(active < 0 ? list.children.length - 1 : active - 1);
  } else if (event.key === "Escape") {
    if (list.hidden) input.value = "";
    close();
  }
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (plain(input.value).length < 2) {
    close();
    status.textContent = words.empty;
    return;
  }
  const chosen = active;
  const data = await update();
  const hit = shown[chosen < 0 ? 0 : chosen];
  if (data && hit) choose(hit, data);
  else if (data) status.textContent = words.none;
});
// The reader may have typed while this was loading.
if (input.value) update();
