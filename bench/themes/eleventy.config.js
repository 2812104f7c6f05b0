// Finnish at /, Swedish at /sv/; one layout for every page.
export default function (config) {
  config.addGlobalData("layout", "page.njk");
  config.addGlobalData("root", (process.env.SITE_URL ?? "").replace(/\/$/, ""));
  config.addGlobalData("eleventyComputed", {
    language: (data) => data.page.inputPath.split("/content/")[1].slice(0, 2),
    permalink: (data) => {
      const stem = data.page.filePathStem.replace(/^\/fi\//, "/");
      return stem.endsWith("/index") ? `${stem}.html` : `${stem}/index.html`;
    },
  });
  config.addPassthroughCopy({ "style.css": "style.css" });
  return { dir: { input: "content", includes: "../layouts", output: "site" } };
}
