// @ts-check
// In what order pages answer a query. Pure: knows no page.

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Group} Group
 * @typedef {import("./engine.js").Hit} Hit
 * @typedef {import("./engine.js").Kind} Kind
 * @typedef {import("./names.js").Named} Named
 */

// What is for everyone comes before what is for some, unless the query names them.
/** @type {Record<Kind, number>} */
const KINDS = {
  page: 1,
  list: 0.8,
  agreement: 0.9,
  about: 0.7,
  district: 0.62,
  county: 0.5,
  municipality: 0.42,
};
const HOME = 0.62; // it tells a little of everything
const PART = 0.75; // a page below another tells of a part
const [HEADED, LABELLED] = [0.5, 1.2]; // what a match in the title, or with the label, adds
// What a name adds to its page, by the best score: alone, or beside other words; and by how much
// pages of its district are more to the point.
const [NAMED, NAMED_TOO, DISTRICT] = [2, 1, 2.5];
const COVERED = 0.7; // the price of words that a page lacks
const WEAK = 0.12; // of the best score: less is not shown

/**
 * The pages that have any word of a query: how much each is about them, and how many it has.
 * @param {Engine} engine
 * @param {Group[]} groups one for each word of the query
 */
function scored(engine, groups) {
  /** @type {Map<number, { score: number, has: number }>} */
  const scores = new Map();
  for (const group of groups) {
    /** @type {Map<number, number>} */
    const bests = new Map();
    // What stands for a word is no rarer than the word itself.
    const exact = [...group].filter(([, value]) => value > 0.9).map(([stem]) => engine.rare(stem));
    const rarest = exact.length ? Math.max(...exact) : Infinity;
    for (const [stem, value] of group) {
      const rare = Math.min(rarest, engine.rare(stem));
      for (const [page, amount] of engine.terms.get(stem) ?? []) {
        bests.set(page, Math.max(bests.get(page) ?? 0, value * rare * amount));
      }
    }
    for (const [page, score] of bests) {
      const before = scores.get(page) ?? { score: 0, has: 0 };
      scores.set(page, { score: before.score + score, has: before.has + 1 });
    }
  }
  return scores;
}

/**
 * @param {Engine} engine
 * @param {Group[]} groups one for each word of the query
 * @param {Named[]} named
 * @param {number} topics how many words are no part of a name
 * @returns {Hit[]}
 */
export function ranked(engine, groups, named, topics) {
  const { pages } = engine.index;
  const scores = scored(engine, groups);
  const own = new Set(named.map(({ address }) => address?.replace(/#.*/, "")));
  pages.forEach(({ address }, number) => {
    if (own.has(address) && !scores.has(number)) scores.set(number, { score: 0, has: 0 });
  });
  const hits = [...scores].map(([number, { score, has }]) => {
    const page = pages[number];
    const below = page.kind === "page" && page.address.split("/").length > 2;
    const kind = page.address ? KINDS[page.kind] * (below ? PART : 1) : HOME;
    const whole = (has / Math.max(1, groups.length)) ** COVERED;
    return { page, score: score * whole * kind * titled(engine, number, groups, page.kind) };
  });
  // A name leads to its own page, and to those of its district on what else is asked.
  const homes = new Set(pages.filter((one) => own.has(one.address)).map((one) => one.home));
  for (const hit of topics ? hits : []) {
    const { kind, home, address } = hit.page;
    if (kind === "district" && homes.has(home) && !own.has(address)) hit.score *= DISTRICT;
  }
  const top = Math.max(1, ...hits.map((hit) => hit.score));
  for (const hit of hits) {
    if (!own.has(hit.page.address)) continue;
    if (!topics) hit.score += top * NAMED;
    else if (hit.page.kind !== "district") hit.score += top * NAMED_TOO;
  }
  hits.sort((a, b) => b.score - a.score || (a.page.address < b.page.address ? -1 : 1));
  return hits.filter((hit) => hit.score > WEAK * hits[0].score);
}

/**
 * What a page gains as its title or label says what is asked.
 * @param {Engine} engine
 * @param {number} number
 * @param {Group[]} groups
 * @param {Kind} kind
 */
function titled(engine, number, groups, kind) {
  /** @type {(known: Set<string>) => number} */
  const share = (known) => {
    let sum = 0;
    for (const group of groups) {
      let most = 0;
      for (const stem of known) {
        const value = group.get(stem) ?? 0;
        if (value >= 0.4 && value > most) most = value;
      }
      sum += most;
    }
    return sum / Math.max(1, groups.length);
  };
  // "Beslut" is more to the point than "Förbered beslutet" where decisions are asked for.
  const said = engine.labels[number];
  const asked = [...said].filter((stem) => groups.some((group) => (group.get(stem) ?? 0) >= 0.4));
  const whole = asked.length / Math.max(1, said.size);
  const label = share(said) * whole * (kind === "page" || kind === "list" ? 1 : 0.5);
  return 1 + HEADED * share(engine.titles[number]) + LABELLED * label;
}
