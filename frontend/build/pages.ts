/** What Vite does to the two pages besides bundling: the sprite, the start page's picture, the theme. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { HtmlTagDescriptor, Plugin } from "vite";
import { showcase } from "./showcase";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** Comments that stand for a piece of markup. The server's own marker, `<!--picture-->`, is left alone. */
const MARKERS: Record<string, () => string> = {
  "<!--pointer-->": () => read("../src/plan/pointer.svg"),
  "<!--showcase-->": showcase,
};

export function pages(): Plugin {
  let building = false;
  return {
    name: "homstyle-pages",
    configResolved(config) {
      building = config.command === "build";
    },
    /** While developing, every room's address is the one page. */
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (request.url?.startsWith("/rooms/")) request.url = "/room.html";
        next();
      });
    },
    transformIndexHtml: {
      order: "post",
      handler(html, context) {
        return {
          html: withSprite(withMarkers(html)),
          tags: [earlyTheme(building ? basename(context.path) : undefined)],
        };
      },
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: earlyThemeFile().slice(1), source: read("early-theme.js") });
    },
  };
}

function withMarkers(html: string): string {
  return Object.entries(MARKERS).reduce(
    (page, [marker, markup]) => page.replaceAll(marker, () => markup().trim()),
    html,
  );
}

/**
 * The furniture symbols and the brand's mark, at the start of the body, so that `<use href="#sofa">` works at once and
 * everywhere on the page.
 */
function withSprite(html: string): string {
  const symbols = innerSvg(read("../src/furniture.svg"));
  const mark = `<symbol id="homstyle-mark" viewBox="0 0 28 28">${innerSvg(read("../public/favicon.svg"))}</symbol>`;
  const sprite = `<svg class="sprite" width="0" height="0" aria-hidden="true">${symbols}${mark}</svg>`;
  return html.replace(/<body[^>]*>/, (body) => `${body}\n    ${sprite}`);
}

function innerSvg(file: string): string {
  const bare = file.replace(/<!--[\s\S]*?-->/g, "").replace(/>\s+</g, "><");
  return bare.slice(bare.indexOf(">", bare.indexOf("<svg")) + 1, bare.lastIndexOf("</svg>")).trim();
}

function earlyTheme(page: string | undefined): HtmlTagDescriptor {
  return page === undefined
    ? { tag: "script", children: read("early-theme.js"), injectTo: "head-prepend" }
    : { tag: "script", attrs: { src: earlyThemeFile() }, injectTo: "head" };
}

function earlyThemeFile(): string {
  const hash = createHash("sha256").update(read("early-theme.js")).digest("base64url").slice(0, 8);
  return `/assets/theme-${hash}.js`;
}
