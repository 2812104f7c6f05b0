// @ts-check
// Narrows a list by part: hides the parts that were not chosen. Without it every part shows.
for (const box of /** @type {NodeListOf<HTMLElement>} */ (
  document.querySelectorAll("[data-narrow]")
)) {
  const choice = /** @type {HTMLSelectElement} */ (box.querySelector("select"));
  const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const parts = /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-part]"));
  const row = /** @type {HTMLElement} */ (choice.parentElement);
  row.hidden = false;
  choice.addEventListener("change", () => {
    for (const part of parts) {
      part.hidden = choice.value !== "" && part.dataset.part !== choice.value;
    }
    const name = choice.selectedOptions[0].text;
    status.textContent = (box.dataset.shown ?? "{name}").replace("{name}", name);
  });
}
