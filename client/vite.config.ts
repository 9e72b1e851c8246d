import { getConfig } from "@lingui/conf";
import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import babel from "@rolldown/plugin-babel";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { serviceWorker } from "./vite-service-worker.ts";

const linguiConfig = { cwd: import.meta.dirname }; // tests run from the repository root
export default defineConfig({
  base: "./", // one build for every path: the server names it in the page's <base>
  plugins: [
    { ...optimizeLocales.vite({ locales: ["en-US", "de-DE"] }), enforce: "pre" },
    babel({
      presets: [
        linguiTransformerBabelPreset({ linguiConfig: getConfig(linguiConfig) }, linguiConfig),
      ],
    }),
    react(),
    lingui(linguiConfig),
    tailwind(),
    serviceWorker(),
  ],
  // Everything is scanned at the start: a dependency met in mid-run would make the tests load anew.
  optimizeDeps: { entries: ["*.html", "src/**/*.{ts,tsx}"] },
  resolve: { dedupe: ["yjs", "react", "react-dom"] },
  build: {
    target: "baseline-widely-available",
    manifest: true,
    // Small modules that nearly every part needs are one file: many little ones compress worse, and each is a request.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              // How the three documents of a board are read.
              name: "documents",
              test: /shared.src.(board.(board|card|evidence|marks|projection|questions|rich-text|same|aside)|control.(asks|control|door|lead|people|plan|projection|pulse|ready|spotlight|votes|writing)|private.private|wire.awareness)\.ts/,
              includeDependenciesRecursively: false,
            },
            {
              name: "common",
              test: /client.src|shared.src|lucide/,
              minShareCount: 20,
              includeDependenciesRecursively: false,
            },
            {
              // What the frame of a board needs at once, and phases as well. Keys are listened to after the first paint.
              name: "frame",
              test: /client.src.frame.(?!use-frame-shortcuts)|screen.(arriving|before|dock|is-typing|kept|look|news|panels|sharing|side|use-(?!shortcut))|join-pill|ui.(popover|popover-machinery)\.tsx|icons.(chevron-right|cloud-off|ellipsis|eye|hand|pencil-line|refresh-cw|user-plus)\.mjs/,
              minShareCount: 2,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
    modulePreload: { polyfill: false }, // every browser of that baseline preloads modules itself
  },
  server: { proxy: { "/api": { target: "http://127.0.0.1:3000", ws: true } } },
});
