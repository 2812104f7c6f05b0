import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

// Starlight as it comes: its search (Pagefind), its sidebar of the whole site.
export default defineConfig({
  site: process.env.SITE_URL,
  outDir: "./site",
  integrations: [
    starlight({
      title: "Kuntakumppanuus",
      locales: {
        root: { label: "Suomi", lang: "fi" },
        sv: { label: "Svenska", lang: "sv" },
      },
      sidebar: [
        {
          label: "Piirit",
          translations: { sv: "Distrikt" },
          items: [{ autogenerate: { directory: "piirit" } }],
        },
        {
          label: "Sopimukset",
          translations: { sv: "Avtal" },
          items: [{ autogenerate: { directory: "sopimukset" } }],
        },
        {
          label: "Kunnat",
          translations: { sv: "Kommuner" },
          items: [{ autogenerate: { directory: "kunnat" } }],
        },
      ],
    }),
  ],
});
