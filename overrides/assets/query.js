// @ts-check
// What a query says: its names, its words, and what these may stand for. Pure: knows no page.
import { namesIn, nearName } from "./names.js";
import { likeness, partsOf, slipTo, wordsOf } from "./words.js";

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Group} Group
 * @typedef {import("./names.js").Named} Named
 *
 * A word of the query, and its place.
 * @typedef {{ word: string, at: number }} Word
 *
 * topics: how many words are no part of a name.
 * @typedef {{ groups: Group[], named: Named[], meant: string, topics: number }} Understood
 */

const MOST = 16; // words of a query that are read
const SYNONYM = 0.75; // how well another word for the same answers
const SAME = 0.72; // two words as near as this are one
const ALIKE = 0.5; // a compound ends in a word as near as this
const ONE = 0.8; // two words that together answer so well are one
const UNMARKED = 0.95; // a word without its dots and rings, from a keyboard that has none
const GOOD = 0.6; // a word that nothing answers as well may be misspelt

const unmarked = (/** @type {string} */ word) => word.replace(/[åä]/g, "a").replace(/ö/g, "o");
const best = (/** @type {Group} */ group) => Math.max(0, ...group.values());

/**
 * @param {Engine} engine
 * @param {string} query
 * @returns {Understood}
 */
export function understood(engine, query) {
  const all = wordsOf(query)
    .slice(0, MOST)
    .map(({ word }, at) => ({ word, at }));
  const spelt = all.map((one) => one.word);
  const isStop = (/** @type {string} */ word) => engine.stops.has(word);
  const found = namesIn(engine.names, spelt).filter(
    ({ from, to }) => to - from > 1 || !isStop(spelt[from]),
  );
  const inName = new Set(found.flatMap(({ from, to }) => [...spelt.keys()].slice(from, to)));
  const named = found.flatMap((one) => one.named);
  const asked = all.filter(({ word }) => !isStop(word));
  const words = joined(engine, renamed(engine, asked.length ? asked : all), inName);
  let meant = query;
  /** @type {(word: string, other: string) => void} */
  const mend = (word, other) => (meant = meant.replace(new RegExp(word, "i"), other));
  const groups = words.map(({ word, at }) => {
    const group = expanded(engine, word);
    if (inName.has(at)) return new Map([...group].filter(([, value]) => value >= GOOD));
    withSynonyms(engine, group, word);
    if (best(group) >= GOOD) return group;
    const name = nearName(engine.names, word);
    const near = slipped(engine, word);
    if (name && name.value >= best(near)) {
      named.push(...name.named);
      inName.add(at);
      mend(word, name.named[0].former ?? name.named[0].name);
    } else if (best(near) > best(group)) {
      mend(word, spelling(engine, near, word));
      return near;
    }
    return group;
  });
  const topics = words.filter(({ at }) => !inName.has(at)).length;
  return { groups, named, meant: meant === query ? "" : meant, topics };
}

/**
 * What a word of the query may stand for: stems of the site, and how well each answers.
 * @param {Engine} engine
 * @param {string} word
 * @returns {Group}
 */
function expanded(engine, word) {
  /** @type {Map<string, number>} */
  const found = new Map();
  partsOf(word).forEach((part, place) => {
    const stem = engine.stem(part);
    for (const known of engine.terms.keys()) {
      const like = unmarked(known) === stem ? UNMARKED : likeness(stem, known);
      const value = like * (place ? 0.7 : 1);
      if (value > (found.get(known) ?? 0)) found.set(known, value);
    }
  });
  return found;
}

/**
 * What a word that nothing answers may be a slip of.
 * @param {Engine} engine
 * @param {string} word
 */
function slipped(engine, word) {
  /** @type {Map<string, number>} */
  const found = new Map();
  const stem = engine.stem(word).length < 4 ? word : engine.stem(word);
  for (const known of engine.terms.keys()) {
    const value = slipTo(stem, known);
    if (value) found.set(known, value);
  }
  return found;
}

/**
 * Words that readers use together for a thing are the site's word for it: "avoin päiväkoti".
 * @param {Engine} engine
 * @param {Word[]} words
 */
function renamed(engine, words) {
  for (const { asked, meant } of engine.together) {
    const from = words.findIndex((_, index) =>
      asked.every((stem, next) => {
        const word = words[index + next];
        return word && likeness(engine.stem(word.word), stem) > SAME;
      }),
    );
    if (from < 0) continue;
    const { at } = words[from];
    const own = meant.map((word) => ({ word, at }));
    return [...words.slice(0, from), ...own, ...words.slice(from + asked.length)];
  }
  return words;
}

/**
 * Two words that the site writes as one are that one: "perhe keskus".
 * @param {Engine} engine
 * @param {Word[]} words
 * @param {Set<number>} inName the places of words that are part of a name
 */
function joined(engine, words, inName) {
  /** @type {Word[]} */
  const found = [];
  for (const { word, at } of words) {
    const last = found.at(-1);
    const apart = !last || last.at !== at - 1 || inName.has(at) || inName.has(last.at);
    if (apart || best(expanded(engine, last.word + word)) < ONE) found.push({ word, at });
    else found[found.length - 1] = { word: last.word + word, at };
  }
  return found;
}

/**
 * How the site spells what a word may be a slip of.
 * @param {Engine} engine
 * @param {Map<string, number>} near
 * @param {string} word
 */
function spelling(engine, near, word) {
  const stems = [...near].sort((a, b) => b[1] - a[1]);
  const spelt = [...(engine.spelt.get(stems[0][0]) ?? [])];
  const far = (/** @type {string} */ one) => Math.abs(one.length - word.length);
  return spelt.sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1))[0];
}

/**
 * Adds what the site calls what readers call by a word.
 * @param {Engine} engine
 * @param {Group} group
 * @param {string} word
 */
function withSynonyms(engine, group, word) {
  const stem = engine.stem(word);
  for (const { asked, meant } of engine.synonyms) {
    const like = likeness(stem, asked);
    if (like < ALIKE) continue;
    const worth = SYNONYM * (like > SAME ? 1 : like);
    for (const other of meant) {
      for (const known of engine.terms.keys()) {
        const value = worth * likeness(other, known);
        if (value > worth * 0.7 && value > (group.get(known) ?? 0)) group.set(known, value);
      }
    }
  }
}
