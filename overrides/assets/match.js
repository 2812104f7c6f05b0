// @ts-check
// Which municipality is meant by what somebody types: names in both languages, starts and parts,
// Finnish cases, a slip, a former name. Pure: knows no page (tests/test_match.py).

/**
 * A municipality: its Finnish name, its Swedish name or 0, its id or 0 outside the districts; or a
 * region or county, with its page's address for id.
 * @typedef {[fi: string, sv: string | 0, id: string | 0]} Municipality
 *
 * A former municipality: its names, and the place in `kunnat` of the one it is now part of.
 * @typedef {[fi: string, sv: string | 0, index: number]} Former
 *
 * What kumppanuus/search/finder.py writes.
 * @typedef {{ kunnat: Municipality[], ennen: Former[] }} Data
 *
 * A municipality that was found: its place in `kunnat`, how far it is from what was typed, and
 * the former name by which it was found.
 * @typedef {{ index: number, score: number, former?: string }} Hit
 */

// Endings of Finnish cases, and the Swedish genitive.
const ENDINGS = [
  ..."n ssa sta lla lta lle an en in on un yn seen siin han hon hin".split(" "), // Finnish
  "s", // Swedish: Karis, Åbos
];

// What a case has made of a name, and the nominative. The first ones hold for one name.
/** @type {ReadonlyArray<readonly [RegExp, string]>} */
const CHANGES = [
  [/^uu[dt]e(n|en|ssa|sta)?kaupun[gk]i$/, "uusikaupunki"], // both halves bend: Uudenkaupungin
  [/^koske(n|lla|lta|lle)? tl$/, "koski tl"], // the ending is not last: Kosken Tl
  [/^virta$/, "virrat"], // a plural: Virtain
  [/^uude(n|lla|lta|lle|ssa|sta)maa$/, "uusimaa"], // both halves bend: Uudellamaalla
  [/nkaa?$/, "ngas"], // ng : nk, Hietakankaan, Hietakangas
  [/nna$/, "nta"], // nt : nn, Satakunnassa, Satakunta
  [/ee$/, "e"], // Hämeessä, Häme
  [/tume$/, "dun"], // t : d, and a stem in -me-: Punkalaitumella, Punkalaidun
  [/ru$/, "rku"], // k : –, Turun, Turku
  [/ng/, "nk"], // nk : ng, Helsingissä, Helsinki
  [/hde$/, "hti"], // t : d, and i : e: Lahdessa, Lahti
  [/s[ei]$/, "nen"], // -nen : -se-: Huittisissa, Huittinen
  [/e$/, "i"], // i : e, Saarijärven, Saarijärvi
];

/**
 * Small letters without marks: "Jämsä" and "Jamsa" are the same.
 * @param {string} text
 */
export function plain(text) {
  const bare = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
  return bare.replace(/[^a-z0-9]+/g, " ").trim();
}

/**
 * What is typed, without what stands around the name, and then what it may be in the nominative.
 * @param {string} query
 */
export function forms(query) {
  const bare = plain(query)
    .replace(/^(i|pa|vid|fran|till) /, "")
    .replace(/^sankt /, "s t ") // S:t Karins
    .replace(/ (kun[tn]a|kaupun[kg]i|kommun|stad)[a-z]*$/, "");
  const stems = ENDINGS.filter((ending) => bare.endsWith(ending))
    .map((ending) => bare.slice(0, -ending.length))
    .filter((stem) => stem.length > 2);
  const found = [bare];
  for (const stem of [bare, ...stems]) {
    found.push(stem);
    for (const [weak, strong] of CHANGES) {
      if (weak.test(stem)) found.push(stem.replace(weak, strong));
    }
  }
  return [...new Set(found)];
}

/**
 * By how many letters two words differ: added, left out, changed, or two in the wrong order.
 * @param {string} a
 * @param {string} b
 * @param {number} most where it is more than this, it is told as one more
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = last[j - 1] + Number(a[i - 1] !== b[j - 1]);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/**
 * Whether two words differ by one letter.
 * @param {string} a
 * @param {string} b
 */
export function nearly(a, b) {
  return distance(a, b, 1) <= 1;
}

/**
 * Whether a name, or the start of a long one, is nearly what is typed.
 * @param {string} key
 * @param {string} query
 */
function slips(key, query) {
  if (query.length < 4) return false;
  const start = query.length > 5 && key.length > query.length && key.slice(0, query.length);
  return nearly(key, query) || (start && nearly(start, query));
}

/**
 * How far a name is from what is typed: 0 the name itself, 1 its start, 2 the start of a later
 * word, 3 any part, 4 nearly; half a step more where an ending was taken off; Infinity: no match.
 * @param {string | 0} name
 * @param {string[]} queries what `forms` gives
 */
export function rank(name, queries) {
  if (!name) return Infinity;
  const key = plain(name);
  return Math.min(
    ...queries.map((query, index) => {
      const typed = index === 0;
      const bent = typed ? 0 : 0.5;
      if (key === query) return bent;
      if (typed && key.startsWith(query)) return 1;
      if (typed && key.includes(` ${query}`)) return 2;
      if (typed && query.length > 2 && key.includes(query)) return 3;
      return slips(key, query) ? 4 + bent : Infinity;
    }),
  );
}

/**
 * The municipalities that may be meant, likeliest first; of equals, those with a page.
 * @param {Data} data
 * @param {string} query
 * @param {string | undefined} language the language in which a former name is told
 * @returns {Hit[]}
 */
export function find(data, query, language) {
  const queries = forms(query);
  if (queries[0].length < 2) return [];
  /** @type {Map<number, Hit>} */
  const hits = new Map();
  /** @param {Hit} hit */
  const note = (hit) => {
    if (hit.score < (hits.get(hit.index)?.score ?? Infinity)) hits.set(hit.index, hit);
  };
  data.kunnat.forEach(([fi, sv], index) => {
    note({ index, score: Math.min(rank(fi, queries), rank(sv, queries)) });
  });
  for (const [fi, sv, index] of data.ennen) {
    const former = (language === "sv" && sv) || fi;
    note({ index, score: 0.1 + Math.min(rank(fi, queries), rank(sv, queries)), former });
  }
  const found = [...hits.values()];
  const sure = found.filter((hit) => hit.score < 4);
  const elsewhere = (/** @type {Hit} */ hit) => Number(!data.kunnat[hit.index][2]);
  return (sure.length ? sure : found).sort(
    (a, b) => a.score - b.score || elsewhere(a) - elsewhere(b),
  );
}
