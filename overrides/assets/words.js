// @ts-check
// Words of a text and of a query, and how near two of them are. Pure: knows no page.
import { distance } from "./match.js";

/**
 * @callback Stem the stem of a word, by Snowball
 * @param {string} word
 * @returns {string}
 */

const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;

/**
 * Small letters; of the marks only those of Finnish and Swedish letters: "familjecafé" is "-cafe".
 * @param {string} text
 */
export function small(text) {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[éèêáàóúü]/g, (one) => one.normalize("NFD")[0]);
}

/**
 * The words of a text, with where each begins.
 * @param {string} text
 * @returns {{ word: string, at: number }[]}
 */
export function wordsOf(text) {
  return [...text.matchAll(WORD)].map((one) => ({ word: small(one[0]), at: one.index ?? 0 }));
}

/**
 * What a word is looked up by: as it is without hyphens, and each of its parts.
 * @param {string} word
 */
export function partsOf(word) {
  const parts = word.split(/[-’']/);
  return parts.length > 1 ? [parts.join(""), ...parts.filter((part) => part.length > 1)] : [word];
}

/**
 * What Snowball leaves of a word, without what still changes in it: in Finnish the last vowel, a
 * double consonant, -us : -uks-; in Swedish -et, and the e of -er.
 * @param {string} stem
 * @param {string} language
 */
export function root(stem, language) {
  if (stem.length < 4) return stem;
  if (language === "sv") {
    const bare = stem.replace(/([^aeiouyåäö])er$/, "$1r").replace(/(..[^aeiouyåäö])et$/, "$1");
    return bare === stem ? stem : bare.replace(/([dgknt])[dnt]$/, "$1");
  }
  const bare = stem.replace(/([uyei])kse?$/, "$1s").replace(/[aeiouyäö]{1,2}$/, "");
  return bare.length < 3 ? stem : bare.replace(/([kpt])\1$/, "$1");
}

/**
 * @param {string} a
 * @param {string} b
 */
function common(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return i;
}

/**
 * How well a stem of the site answers a stem of the query, 0 … 1, by what the two share: all of
 * it, its beginning (another form of the word, or the first part of a compound), or its end.
 * @param {string} asked
 * @param {string} known
 */
export function likeness(asked, known) {
  if (asked === known) return 1;
  if (asked.length < 4 || known.length < 3) return 0;
  const same = common(asked, known);
  const shorter = Math.min(asked.length, known.length);
  const longer = Math.max(asked.length, known.length);
  // Another form: consonants change (kahvil, kahvila; laki, lain), a stem is cut elsewhere.
  if (same >= 4 && same >= shorter - 2 && same >= 0.75 * shorter && longer - same <= 3) {
    return (0.85 * same) / longer;
  }
  if (same === asked.length) return 0.1 + (0.35 * asked.length) / known.length;
  if (endsAlike(known, asked)) return 0.1 + (0.3 * asked.length) / known.length;
  if (known.length < 5) return 0;
  // What is asked is a compound, of which the site has a part: its end says what it is.
  if (same === known.length) return 0.6 * Math.sqrt(known.length / asked.length);
  if (endsAlike(asked, known)) return 0.85 * Math.sqrt(known.length / asked.length);
  return 0;
}

/**
 * Whether a compound ends in a word, or in another form of it.
 * @param {string} compound
 * @param {string} word
 */
function endsAlike(compound, word) {
  if (word.length < 5 || compound.length < word.length + 3) return false;
  if (compound.endsWith(word)) return true;
  const at = compound.lastIndexOf(word.slice(0, Math.max(5, word.length - 1)));
  return at > 2 && Math.abs(compound.length - at - word.length) < 3;
}

/**
 * How near a stem of the site is to one that may be misspelt, 0 … 0.65.
 * @param {string} asked
 * @param {string} known
 * @param {number} [most] how many slips it may have
 */
export function slipTo(asked, known, most = asked.length < 6 ? 1 : 2) {
  if (asked.length < 4 || known.length < 4 || asked[0] !== known[0] || /\d/.test(asked)) return 0;
  const slips = distance(asked, known, most);
  return slips > most ? 0 : 0.85 - 0.2 * slips;
}
