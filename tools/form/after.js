// The configuration lies beside the page, one for each language.
fetch("config.json")
  .then((answer) => answer.json())
  .then((config) => window.CMS.init({ config }));
