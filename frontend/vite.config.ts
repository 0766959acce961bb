import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { pages } from "./build/pages";

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  appType: "mpa",
  plugins: [pages()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsDir: "assets",
    // Data URLs would be allowed for images, but hashed files are cached for ever and shared by both pages.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: page("index.html"), room: page("room.html") } },
  },
  server: { proxy: { "/api": { target: "http://127.0.0.1:8080", ws: true, changeOrigin: false } } },
});
