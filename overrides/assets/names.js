// @ts-check
// Names in a query: municipalities of today and of yesterday, counties, regions, people. Pure.
import { forms, plain } from "./match.js";
import { slipTo } from "./words.js";

/**
 * What a name stands for.
 * @typedef {object} Named
 * @property {"municipality" | "county" | "district" | "person"} kind
 * @property {string} name as it is written in the language of the page
 * @property {string} spelt the name by which it was found
 * @property {string | null} address its page; null where it lies outside the districts
 * @property {string} [former] the former municipality by whose name it was found
 * @property {number} [person] its place among the people of the index
 *
 * A name that was found in a query: and which of its words it takes.
 * @typedef {{ named: Named[], from: number, to: number }} Found
 *
 * @typedef {Map<string, Named[]>} Names
 */

// The longest name is of four words: Vantaan ja Keravan hyvinvointialue.
const LONGEST = 4;

/**
 * @param {import("./engine.js").Index} index
 * @param {import("./match.js").Data} finder
 * @param {string} language
 * @returns {Names}
 */
export function namesOf(index, finder, language) {
  /** @type {Names} */
  const names = new Map();
  /** @type {(name: string, named: Omit<Named, "spelt">) => void} */
  const note = (name, named) => {
    const key = plain(name);
    const known = names.get(key) ?? [];
    if (!known.some((one) => one.address === named.address && one.kind === named.kind)) {
      names.set(key, [...known, { ...named, spelt: name.toLowerCase() }]);
    }
  };
  const own = (/** @type {readonly [string, string | 0, ...unknown[]]} */ [fi, sv]) =>
    language === "sv" && sv ? sv : fi;
  const pages = index.pages.filter((page) => page.kind === "municipality");
  const byId = new Map(pages.map(({ address }) => [address.split("/").at(-2), address]));
  const pageOf = (/** @type {number} */ at) => byId.get(String(finder.kunnat[at][2])) ?? null;
  finder.kunnat.forEach((row, at) => {
    if (String(row[2]).includes("/")) return; // a region or a county: the index names them
    const named = {
      kind: /** @type {const} */ ("municipality"),
      name: own(row),
      address: pageOf(at),
    };
    for (const name of [row[0], row[1]]) if (name) note(name, named);
  });
  for (const row of finder.ennen) {
    const named = { name: own(finder.kunnat[row[2]]), address: pageOf(row[2]), former: own(row) };
    for (const name of [row[0], row[1]]) {
      if (name) note(name, { kind: "municipality", ...named });
    }
  }
  for (const [kind, address, ...all] of index.names) {
    for (const name of all) note(name, { kind, name: all[0], address });
  }
  index.people.forEach(({ name, is_person, address }, person) => {
    if (!is_person) return;
    const named = { kind: /** @type {const} */ ("person"), name, address, person };
    const last = name.split(" ").at(-1) ?? name;
    for (const one of [name, name.split(" ").reverse().join(" "), last]) note(one, named);
  });
  return names;
}

/**
 * Whether a word may be a form of a name by its marks. Readers leave them out, but add none:
 * "lähteen" is no form of Lahti.
 * @param {string} word
 * @param {string} name
 */
function sameMarks(word, name) {
  const stem = [...word.slice(0, name.length - 2)];
  return stem.every((letter, at) => !"åäö".includes(letter) || letter === name[at]);
}

/**
 * The names that stand in a query as they are or bent, the longest first where they overlap.
 * @param {Names} names
 * @param {string[]} words of the query
 * @returns {Found[]}
 */
export function namesIn(names, words) {
  /** @type {Found[]} */
  const found = [];
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const to = from + length;
      if (found.some((one) => from < one.to && one.from < to)) continue;
      const typed = words.slice(from, to).join(" ");
      for (const key of forms(typed)) {
        const named = names.get(key)?.filter(({ spelt }) => sameMarks(typed, spelt));
        if (named?.length) {
          found.push({ named, from, to });
          break;
        }
      }
    }
  }
  return found;
}

/**
 * The names that a word may be meant for, if it is misspelt: the nearest, if any is near.
 * @param {Names} names
 * @param {string} word
 * @returns {{ named: Named[], value: number } | undefined} value: as of words.js, slipTo
 */
export function nearName(names, word) {
  /** @type {{ named: Named[], value: number } | undefined} */
  let best;
  for (const form of forms(word)) {
    if (form.length < (form === plain(word) ? 4 : 6)) continue;
    for (const [key, named] of names) {
      const value = slipTo(form, key, word.length < 8 ? 1 : 2);
      if (value > (best?.value ?? 0)) best = { named, value };
    }
  }
  return best;
}
