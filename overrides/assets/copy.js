// @ts-check
// Copies a draft, for Word and for case systems; plain.js, which it loads when it is asked to, says
// what is copied.

for (const draft of document.querySelectorAll(".draft")) {
  const button = /** @type {HTMLButtonElement} */ (draft.querySelector("button.copy"));
  const text = /** @type {HTMLElement} */ (draft.querySelector(".draft-text"));
  const status = /** @type {HTMLElement} */ (draft.querySelector("[role=status]"));
  const words = /** @type {{ copied: string, failed: string }} */ (
    /** @type {HTMLElement} */ (draft).dataset
  );
  button.addEventListener("click", async () => {
    try {
      await copy(text);
      status.textContent = words.copied;
    } catch {
      getSelection()?.selectAllChildren(text);
      status.textContent = words.failed;
    }
  });
}

/**
 * Raises where the browser does not allow it: an old one, or a page that is not safe.
 * @param {HTMLElement} text
 */
async function copy(text) {
  const plain = import("./plain.js");
  // What is not there yet is promised: some browsers let a page copy at once or not at all.
  const blob = (/** @type {"html" | "plain"} */ kind) =>
    plain.then((as) => new Blob([as[kind](text)], { type: `text/${kind}` }));
  const kinds = { "text/html": blob("html"), "text/plain": blob("plain") };
  await navigator.clipboard.write([new ClipboardItem(kinds)]);
}
