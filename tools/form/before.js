// The form's files and its language: those of this site and this page, not the browser's.
window.CMS_MANUAL_INIT = true;
globalThis.FORM_FILES = new URL("cms", document.currentScript.src).href;
const language = document.documentElement.lang;
Object.defineProperty(navigator, "languages", { value: [language] });
Object.defineProperty(navigator, "language", { value: language });
