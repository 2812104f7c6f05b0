// @ts-check
// Narrows a list: hides the parts that are not of what was chosen. Without it every part shows.
for (const box of /** @type {NodeListOf<HTMLElement>} */ (
  document.querySelectorAll("[data-narrow]")
)) {
  const choices = [...box.querySelectorAll("select")];
  const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const parts = /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-part]"));
  const groups = /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-group]"));

  const narrow = () => {
    const chosen = choices.filter((choice) => choice.value !== "");
    let count = 0;
    for (const part of parts) {
      const words = (part.dataset.part ?? "").split(" ");
      part.hidden = !chosen.every((choice) => words.includes(choice.value));
      if (!part.hidden) count += 1;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-part]:not([hidden])");
    }
    const name = chosen.map((choice) => choice.selectedOptions[0].text).join(", ");
    const told = (box.dataset.shown ?? "").replace("{name}", name).replace("{count}", `${count}`);
    status.textContent = told;
  };

  for (const choice of choices) choice.addEventListener("change", narrow);
  // Whoever chose before the script had come is answered too.
  if (choices.some((choice) => choice.value !== "")) narrow();
}
