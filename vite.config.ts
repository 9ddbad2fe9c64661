import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

import { prepareDsfr } from "./scripts/prepare-dsfr.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

// Before every build and development start: the stylesheet follows what the pages use.
await prepareDsfr();

const FRAME = /\/app\/(?:ui\/(?:components|forms|shell)|kernel)\/|\/app\/paths\.ts/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    remix({
      serverModuleFormat: "esm",
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  // Development packages that pages are made of are taken into the build, and so is what Node cannot load by itself.
  ssr: { noExternal: ["@codegouvfr/react-dsfr", "tsafe", "leaflet", "@mapbox/search-js-core"] },
  build: {
    assetsInlineLimit: 0,
    // The syntax of the oldest browsers that the pages come alive in.
    target: isSsrBuild ? "node20" : ["chrome90", "safari15", "firefox91"],
    // What every page is framed by comes in one file: a page loads about ten scripts instead of thirty-five.
    ...(!isSsrBuild && {
      rollupOptions: { output: { manualChunks: (id) => (FRAME.test(id) ? "frame" : undefined) } },
    }),
  },
}));
