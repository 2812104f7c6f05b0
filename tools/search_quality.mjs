// Answers queries with the site's own search, without a browser: search_quality.py runs it.
// Takes {scripts, site, queries: [[language, query], …]} on standard input, folders and addresses of
// files as URLs; gives [{found, outside, meant, ms}, …], found being addresses.
import { readFileSync } from "node:fs";

const { scripts, site, queries } = JSON.parse(readFileSync(0, "utf8"));
const { engineOf, search } = await import(`${scripts}engine.js`);
const read = (name) => readFileSync(new URL(`assets/${name}`, site), "utf8");
const engines = {};
async function engineFor(language) {
  const source = encodeURIComponent(read(`stem-${language}.js`));
  const stemmer = await import(`data:text/javascript,${source}`);
  const index = JSON.parse(read(`search-${language}.json`));
  return engineOf(index, JSON.parse(read("finder.json")), stemmer, language);
}
const answers = [];
for (const [language, query] of queries) {
  engines[language] ??= await engineFor(language);
  const begun = performance.now();
  const { hits, named, meant } = search(engines[language], query);
  const ms = performance.now() - begun;
  const outside = named.some((one) => one.address === null);
  answers.push({ found: hits.map((hit) => hit.page.address), outside, meant, ms });
}
console.log(JSON.stringify(answers));
