// @ts-check
// What is shown of a page that was found: the section that answers best, and a sentence or two of
// it with marks. Pure: knows no page.
import { partsOf, wordsOf } from "./words.js";

/**
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Page} Page
 * @typedef {import("./engine.js").Section} Section
 * @typedef {import("./engine.js").Group[]} Groups
 *
 * A piece of a sentence, marked where it answers the query.
 * @typedef {{ text: string, mark: boolean }} Piece
 *
 * @typedef {{ anchor: string, heading: string, pieces: Piece[] }} Snippet
 */

const LONGEST = 220;
const COMMON = Math.LN2; // the rarity of a word that half of the pages have
const NAMED = 0.25; // how well the site's name has to answer, being made of two words
const MARKED = 0.45; // how well a word has to answer to be marked

/**
 * How well one word answers the query's words: for each of them 0 … 1.
 * @param {Engine} engine
 * @param {Groups} groups
 * @param {string} word
 */
function answers(engine, groups, word) {
  const stems = partsOf(word).map(engine.stem);
  return groups.map((group) => Math.max(0, ...stems.map((stem) => group.get(stem) ?? 0)));
}

/**
 * How much of the query a text answers, the rest of the text left aside.
 * @param {Engine} engine
 * @param {Groups} groups
 * @param {string} text
 */
export function covered(engine, groups, text) {
  const best = groups.map(() => 0);
  for (const { word } of wordsOf(text)) {
    if (engine.stops.has(word)) continue;
    answers(engine, groups, word).forEach((value, at) => (best[at] = Math.max(best[at], value)));
  }
  return best.reduce((a, b) => a + b, 0);
}

/**
 * The sentences of a text; a line ends one too.
 * @param {string} text
 */
function sentencesOf(text) {
  return text.split(/\n|(?<=[.!?])\s+(?=\p{Lu})/u).filter(Boolean);
}

/**
 * A text in pieces, those marked that answer the query; its sums do not break at a line's end.
 * @param {Engine} engine
 * @param {Groups} groups
 * @param {string} said
 * @returns {Piece[]}
 */
export function marked(engine, groups, said) {
  const text = said.replace(/(\d) (?=\d{3}\b|[€%§])/g, "$1\u00a0");
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const { word, at } of wordsOf(text)) {
    const best = Math.max(0, ...answers(engine, groups, word));
    if (best < MARKED || engine.stops.has(word)) continue;
    if (at > end) pieces.push({ text: text.slice(end, at), mark: false });
    end = at + word.length;
    pieces.push({ text: text.slice(at, end), mark: true });
  }
  pieces.push({ text: text.slice(end), mark: false });
  return pieces.filter((piece) => piece.text);
}

/**
 * @param {string} text
 */
function shortened(text) {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf(" ", LONGEST))} …`;
}

/**
 * @param {Engine} engine
 * @param {Groups} groups
 * @param {Page} page
 * @returns {Snippet}
 */
export function snippet(engine, groups, page) {
  const { title, label, description, sections } = page;
  const inTitle = covered(engine, groups, `${title} ${label}`);
  /** @type {{ value: number, headed: number, section?: Section }} */
  let best = { value: 0, headed: 0 };
  for (const section of sections) {
    const headed = covered(engine, groups, section[1]);
    const value = headed + covered(engine, groups, section[2]) + 0.5 * headed;
    if (value > best.value + 1e-9) best = { value, headed, section };
  }
  const { section } = best;
  let text = "";
  let most = 0;
  const sentences = sentencesOf(section?.[2] ?? "");
  sentences.forEach((sentence, at) => {
    const value = covered(engine, groups, sentence);
    if (value <= most) return;
    most = value;
    const next = sentences[at + 1] ?? "";
    text = sentence.length + next.length < 180 ? `${sentence} ${next}`.trim() : sentence;
  });
  if (!text) {
    const told = section?.[1] ? sentences.slice(0, 2).join(" ") : "";
    text =
      told ||
      description ||
      sentencesOf(sections[0]?.[2] ?? "")
        .slice(0, 2)
        .join(" ");
  }
  // A heading that says what the title does not leads there; so does a part without any title.
  const leads = section && section[0] && (best.headed > inTitle || inTitle < 0.3);
  return {
    anchor: leads ? section[0] : "",
    heading: leads ? section[1] : "",
    pieces: marked(engine, groups, shortened(text)),
  };
}

/**
 * The section that answers a question with a figure in a few sentences, of pages for everyone: its
 * heading says all that is asked.
 * @param {Engine} engine
 * @param {Groups} groups
 * @param {Page[]} pages
 * @returns {{ page: Page, section: Section } | undefined}
 */
export function figure(engine, groups, pages) {
  // What all of the site is about ("kumppanuus", "MLL") says nothing of what is asked.
  const asked = groups.filter((group) => {
    const exact = [...group].filter(([, value]) => value > 0.9).map(([stem]) => engine.rare(stem));
    return Math.min(...exact) > COMMON && covered(engine, [group], engine.index.name) < NAMED;
  });
  if (!asked.length) return undefined;
  // The home page answers what is asked first.
  const inOrder = [...pages].sort(
    (a, b) => Number(Boolean(a.address)) - Number(Boolean(b.address)),
  );
  for (const page of inOrder) {
    for (const section of page.kind === "page" ? page.sections : []) {
      const [, heading, text] = section;
      if (!heading || text.length > 600 || !/\d (€|%|euro)/.test(text)) continue;
      const all = asked.every((group) => covered(engine, [group], heading) >= 0.6);
      if (all) return { page, section };
    }
  }
  return undefined;
}
