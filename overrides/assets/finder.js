// @ts-check
// Wakes the municipality field when the reader first comes to it: a first view loads nothing more.
const form = /** @type {HTMLFormElement} */ (document.querySelector(".finder"));

/** @param {Event} event */
function sendLater(event) {
  event.preventDefault();
  wake().then(
    () => form.requestSubmit(),
    () => form.submit(), // to the list of all, as without script
  );
}

async function wake() {
  await import("./combobox.js");
  form.removeEventListener("submit", sendLater);
}

form.addEventListener("submit", sendLater);
const early = () => wake().catch(() => undefined);
form.addEventListener("focusin", early, { once: true });
if (form.contains(document.activeElement)) early(); // the reader was there before this script
// On the search page the query is that of the search.
const asked = new URLSearchParams(location.search).get("q");
if (asked && !document.querySelector(".search-form")) {
  form.q.value = asked;
  form.q.focus();
}
