// Finds a municipality: a combobox with a list (WAI-ARIA APG, "editable combobox with list
// autocomplete"). Loads its data when the reader first comes to the field.
const form = document.querySelector(".finder");
const input = form.querySelector("[role=combobox]");
const list = form.querySelector("[role=listbox]");
const status = form.querySelector("[role=status]");
const words = form.dataset;
const LIMIT = 8;

// Small letters without marks: "Jämsä" and "Jamsa" are the same.
const plain = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();

// Endings of Finnish cases, and what gradation has done to the stem before them.
const ENDINGS = ["n", "ssa", "sta", "lla", "lta", "lle", "an", "en", "in", "on", "un", "yn", "seen", "siin", "han", "hon", "hin"];
const CHANGES = [[/^uu[dt]e(n|en|ssa|sta)?kaupun[gk]i$/, "uusikaupunki"], [/^koske(n|lla|lta|lle)? tl$/, "koski tl"], [/^virta$/, "virrat"], [/tume$/, "dun"], [/ru$/, "rku"], [/ng/, "nk"], [/hde$/, "hti"], [/s[ei]$/, "nen"], [/e$/, "i"]];

// The query as typed, and what it may be in the nominative.
function forms(query) {
  const bare = plain(query).replace(/^(i|pa|vid|fran|till) /, "").replace(/^sankt /, "s t ").replace(/ (kun[tn]a|kaupun[kg]i|kommun|stad)[a-z]*$/, "");
  const found = new Set([bare]);
  for (const [weak, strong] of CHANGES) if (weak.test(bare)) found.add(bare.replace(weak, strong));
  for (const ending of [...ENDINGS, "s"]) {
    const stem = bare.slice(0, -ending.length);
    if (!bare.endsWith(ending) || stem.length < 3) continue;
    found.add(stem);
    for (const [weak, strong] of CHANGES) if (weak.test(stem)) found.add(stem.replace(weak, strong));
  }
  return [...found];
}

// Whether two words differ by one letter: added, left out, changed, or two in the wrong order.
function nearly(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
}

// 0 the name itself, 1 its start, 2 the start of a later word, 3 any part, 4 nearly; none: no match.
function rank(name, queries) {
  const key = plain(name);
  let best = Infinity;
  queries.forEach((query, index) => {
    const cost = index ? 0.5 : 0;
    if (key === query) best = Math.min(best, cost);
    else if (index === 0 && key.startsWith(query)) best = Math.min(best, 1);
    else if (index === 0 && key.includes(` ${query}`)) best = Math.min(best, 2);
    else if (index === 0 && query.length > 2 && key.includes(query)) best = Math.min(best, 3);
    else if (query.length > 3 && (nearly(key, query) || (query.length > 5 && key.length > query.length && nearly(key.slice(0, query.length), query)))) best = Math.min(best, 4 + cost);
  });
  return best;
}

function find(data, query) {
  const queries = forms(query);
  if (queries[0].length < 2) return [];
  const hits = new Map();
  const note = (index, score, former) => {
    if (score < (hits.get(index)?.score ?? Infinity)) hits.set(index, { index, score, former });
  };
  data.kunnat.forEach(([fi, sv], index) => note(index, Math.min(rank(fi, queries), sv ? rank(sv, queries) : Infinity)));
  data.ennen.forEach(([fi, sv, index]) => note(index, 0.1 + Math.min(rank(fi, queries), sv ? rank(sv, queries) : Infinity), sv && words.language === "sv" ? sv : fi));
  const found = [...hits.values()].filter((hit) => hit.score < Infinity);
  const sure = found.filter((hit) => hit.score < 4);
  return (sure.length ? sure : found)
    .sort((a, b) => a.score - b.score || Number(!data.kunnat[a.index][2]) - Number(!data.kunnat[b.index][2]));
}

let loading;
const load = () => (loading ??= fetch(words.source).then((answer) => answer.json()));

const nameOf = ([fi, sv]) => (words.language === "sv" && sv ? sv : fi);
let shown = [];
let active = -1;

function close() {
  if (!list.hidden) status.textContent = "";
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
  active = -1;
}

function activate(index) {
  const options = list.children;
  if (!options.length) return;
  options[active]?.removeAttribute("aria-selected");
  active = (index + options.length) % options.length;
  options[active].setAttribute("aria-selected", "true");
  options[active].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", options[active].id);
}

// Says something with a way on.
function tell(text, href, label) {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = label;
  status.replaceChildren(`${text} `, link);
}

function choose(hit, data) {
  const row = data.kunnat[hit.index];
  input.value = nameOf(row);
  close();
  if (row[2]) {
    location.assign(`${words.base}${row[2]}/`);
  } else {
    tell(words.outside.replace("{name}", nameOf(row)), words.reach, words.reach.replace(/^https:\/\/(www\.)?/, ""));
  }
}

// Shows what is found for what is typed; gives the data, or nothing where it cannot be had.
async function update() {
  let data;
  try {
    data = await load();
  } catch {
    loading = undefined;
    tell(words.failed, words.base, words.all);
    return undefined;
  }
  const found = find(data, input.value);
  shown = found.slice(0, LIMIT);
  if (document.activeElement !== input) return data; // it came after the reader had gone on
  active = -1;
  input.removeAttribute("aria-activedescendant");
  list.replaceChildren(...shown.map((hit, number) => {
    const option = document.createElement("li");
    const [fi, sv, id] = data.kunnat[hit.index];
    option.id = `kunta-${number}`;
    option.setAttribute("role", "option");
    option.textContent = nameOf([fi, sv]);
    const notes = [];
    if (sv) notes.push(words.language === "sv" ? fi : sv);
    if (hit.former) notes.push(words.merged.replace("{name}", hit.former));
    if (!id) notes.push(words.elsewhere);
    if (notes.length) {
      const note = document.createElement("span");
      note.textContent = ` ${notes.join(", ")}`;
      option.append(note);
    }
    option.addEventListener("click", () => choose(hit, data));
    return option;
  }));
  const typed = plain(input.value).length > 1;
  list.hidden = !shown.length;
  input.setAttribute("aria-expanded", String(shown.length > 0));
  list.scrollIntoView({ block: "nearest" });
  const many = found.length > LIMIT ? words.first : words.many;
  const text = shown.length > 1 ? many : shown.length ? words.one : words.none;
  status.textContent = typed ? text.replace("{count}", shown.length) : "";
  return data;
}

// The list scrolls to the option, never the page under a moving pointer.
list.addEventListener("mousedown", (event) => event.preventDefault());
input.addEventListener("focus", () => load().catch(() => (loading = undefined)), { once: true });
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
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  input.value = asked;
  input.focus();
  update();
}
