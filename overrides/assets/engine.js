// @ts-check
// The search itself: which pages answer a query, and in what order. Pure: knows no page.
import { namesOf } from "./names.js";
import { understood } from "./query.js";
import { ranked } from "./rank.js";
import { figure } from "./snippet.js";
import { partsOf, root, small, wordsOf } from "./words.js";

/**
 * What kumppanuus/search/index.py writes. home: the address of the district that a page belongs to;
 * people: who answers for what it tells, by their places among the people of the index.
 * @typedef {"page" | "list" | "about" | "district" | "agreement" | "county" | "municipality"} Kind
 * @typedef {[anchor: string, heading: string, text: string]} Section
 * @typedef {{ address: string, title: string, kind: Kind, place: string, label: string,
 *   description: string, people: number[], home: string, sections: Section[] }} Page
 * @typedef {{ name: string, is_person: boolean, address: string, answers_for: string, age: string,
 *   phone: string, tel: string, email: string }} Person
 *
 * What the site is called, its pages, and what else is searched for.
 * @typedef {{ name: string, pages: Page[], people: Person[], words: string[][],
 *   names: [kind: "district" | "county", address: string, ...names: string[]][] }} Index
 *
 * @typedef {import("./names.js").Named} Named
 * @typedef {{ stem: import("./words.js").Stem, stopWords: string[] }} Stemmer
 *
 * What is made of an index once, before the first query. terms: for each stem, how much each page
 * is about it; spelt: how the site writes a stem; titles, labels: the stems of each page's;
 * synonyms: what readers call a thing, and what else it is called; together: two words or more that
 * readers use for a thing, and the site's word for it; rare: how much a stem tells pages apart.
 * @typedef {object} Engine
 * @property {Index} index
 * @property {Map<string, Map<number, number>>} terms
 * @property {Map<string, Set<string>>} spelt
 * @property {Set<string>[]} titles
 * @property {Set<string>[]} labels
 * @property {{ asked: string, meant: string[] }[]} synonyms
 * @property {{ asked: string[], meant: string[] }[]} together
 * @property {import("./names.js").Names} names
 * @property {import("./words.js").Stem} stem
 * @property {Set<string>} stops
 * @property {(stem: string) => number} rare
 *
 * For a word of the query the stems that answer it, and how well: 0 … 1.
 * @typedef {Map<string, number>} Group
 *
 * A page that was found.
 * @typedef {{ page: Page, score: number }} Hit
 *
 * What a query is answered with. named: what its names stand for; meant: the query as it may have
 * been meant, "" where all of it was understood; told: a section that answers with a figure.
 * @typedef {{ hits: Hit[], named: Named[], meant: string, groups: Group[],
 *   told?: { page: Page, section: Section } }} Answer
 */

// How much a word weighs by where it stands.
const FIELDS = { title: 6, label: 6, heading: 2.5, description: 2.5, defined: 3, text: 1 };
// "Perhekeskus: verkosto, joka …": what a line begins with, it tells of.
const DEFINED = /^([^.:·\n]{3,40}):/gm;
const LONG = 0.35; // how much a long page loses
const SHORTEST = 0.5; // of the usual length: a page of two lines gains no more
/** @type {Kind[]} */
const OF_MANY = ["municipality", "county"];

// Words of questions that Snowball's lists lack: they say that something is asked, not what.
/** @type {Record<string, string>} */
const QUESTIONS = {
  fi: "miten milloin paljonko montako kuinka voi voiko voimme voisi saa saako saamme pitää pitääkö onko ovatko eli siis sekä tämä tästä haluan haluamme löytyy löydän löytyykö kerro meillä teillä oma omaa oman kenelle kuka kenen mikä mitä minkä mihin mistä asia",
  sv: "kan ska skall finns får måste bör gör göra hur varför vilken vilket vilka vem vart när vill man någon något era ert vårt våra väl också samt eller mycket många hör inga inget",
};

/**
 * @param {Index} index
 * @param {import("./match.js").Data} finder
 * @param {Stemmer} stemmer
 * @param {string} language
 * @returns {Engine}
 */
export function engineOf(index, finder, stemmer, language) {
  /** @type {Map<string, string>} */
  const stems = new Map();
  const stem = (/** @type {string} */ word) => {
    let known = stems.get(word);
    if (known === undefined) stems.set(word, (known = root(stemmer.stem(word), language)));
    return known;
  };
  const stops = new Set([...stemmer.stopWords, ...QUESTIONS[language].split(" ")].map(small));
  const isOfMany = index.pages.map((page) => OF_MANY.includes(page.kind));
  const lengths = index.pages.map((page) =>
    page.sections.reduce((sum, one) => sum + one[2].length, 0),
  );
  const own = lengths.filter((_, number) => !isOfMany[number]);
  /** @type {Engine} */
  const engine = {
    index,
    terms: new Map(),
    spelt: new Map(),
    titles: [],
    labels: [],
    synonyms: [],
    together: [],
    names: namesOf(index, finder, language),
    stem,
    stops,
    rare: (one) => {
      let pages = 0;
      for (const number of engine.terms.get(one)?.keys() ?? []) pages += Number(!isOfMany[number]);
      return Math.log(1 + (own.length - pages + 0.5) / (pages + 0.5));
    },
  };
  const usual = own.reduce((a, b) => a + b, 0) / Math.max(1, own.length);
  index.pages.forEach((page, number) => {
    addPage(engine, page, number, Math.max(SHORTEST, lengths[number] / usual));
  });
  for (const [term, ...also] of index.words) addSynonyms(engine, term, also);
  return engine;
}

/**
 * Pages that answer a query, the best first; what its names stand for; what may be meant.
 * @param {Engine} engine
 * @param {string} query
 * @returns {Answer}
 */
export function search(engine, query) {
  const { groups, named, meant, topics } = understood(engine, query);
  const hits = ranked(engine, groups, named, topics);
  const pages = hits.map((hit) => hit.page);
  const told = named.length ? undefined : figure(engine, groups, pages);
  if (told) hits.sort((a, b) => Number(b.page === told.page) - Number(a.page === told.page));
  return { hits, named, meant, groups, told };
}

/**
 * Any word for a thing stands for the others; of two words together neither does alone.
 * @param {Engine} engine
 * @param {string} term
 * @param {string[]} also
 */
function addSynonyms(engine, term, also) {
  const own = term.replace(/\([^)]*\)/g, "").split(" / ");
  const all = [...own, ...also].map((one) => stemsOf(engine, one));
  const meant = wordsOf(own[0]).map((one) => one.word);
  all.forEach((asked, place) => {
    // The site's own words are on its pages as they are.
    if (asked.length > 1 && place >= own.length) engine.together.push({ asked, meant });
    const others = all.filter((one, index) => index !== place && one.length === 1);
    if (asked.length === 1) engine.synonyms.push({ asked: asked[0], meant: others.flat() });
  });
}

/**
 * The stems of a text's words that say something.
 * @param {Engine} engine
 * @param {string} text
 */
export function stemsOf({ stem, stops }, text) {
  const words = wordsOf(text).map((one) => one.word);
  return words.filter((word) => !stops.has(word)).flatMap((word) => partsOf(word).map(stem));
}

/**
 * @param {Engine} engine
 * @param {Page} page
 * @param {number} number
 * @param {number} length of its text, 1 for the usual
 */
function addPage(engine, page, number, length) {
  const { title, label, description, sections } = page;
  /** @type {Map<string, number>} */
  const weights = new Map();
  /** @type {(text: string, weight: number) => void} */
  const add = (text, weight) => {
    for (const { word } of wordsOf(text)) {
      if (engine.stops.has(word)) continue;
      for (const part of partsOf(word)) {
        const stem = engine.stem(part);
        weights.set(stem, (weights.get(stem) ?? 0) + weight);
        const spelt = engine.spelt.get(stem);
        if (spelt) spelt.add(part);
        else engine.spelt.set(stem, new Set([part]));
      }
    }
  };
  add(title, FIELDS.title);
  add(label, FIELDS.label);
  add(description, FIELDS.description);
  for (const [, heading, text] of sections) {
    add(heading, FIELDS.heading);
    add(text, FIELDS.text);
    for (const [, said] of text.matchAll(DEFINED)) add(said, FIELDS.defined);
  }
  engine.labels.push(new Set(stemsOf(engine, label)));
  engine.titles.push(new Set(stemsOf(engine, `${title} ${label}`)));
  const full = 1.2 * (1 - LONG + LONG * length); // BM25: ten times is not ten times as much
  for (const [stem, weight] of weights) {
    let pages = engine.terms.get(stem);
    if (!pages) engine.terms.set(stem, (pages = new Map()));
    pages.set(number, (weight * 2.2) / (weight + full));
  }
}
