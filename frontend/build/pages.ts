/** What Vite does to the two pages besides bundling: the sprite, the start page's picture and texts, the early script. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { HtmlTagDescriptor, Plugin } from "vite";
import { landing } from "../src/texts/en/landing";
import { languageNames, languages } from "../src/texts/languages";
import { showcase } from "./showcase";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** Comments that stand for a piece of markup. The server's own marker, `<!--picture-->`, is left alone. */
const MARKERS: Record<string, () => string> = {
  "<!--pointer-->": () => read("../src/plan/pointer.svg"),
  "<!--showcase-->": showcase,
  "<!--languages-->": () =>
    languages
      .map((language) => `<option value="${language}" lang="${language}">${languageNames[language]}</option>`)
      .join(""),
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
          html: withSprite(withTexts(withMarkers(html))),
          tags: [earlyScript(building ? Object.values(context.bundle ?? {}) : undefined)],
        };
      },
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: earlyFile().slice(1), source: read("early.js") });
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
 * The start page in English: `data-text` names an element's text, `data-text-value` and the like an attribute's. In other
 * languages the page fills them itself (`src/landing/said.ts`).
 */
function withTexts(html: string): string {
  const text = (key: string) => {
    if (!(key in landing))
      throw new Error(`the start page wants the text “${key}”, expected one of src/texts/en/landing.ts`);
    return landing[key as keyof typeof landing].replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  };
  return html
    .replace(/data-text-([a-z-]+)="(\w+)"/g, (marked, name: string, key: string) => `${marked} ${name}="${text(key)}"`)
    .replace(/(data-text="(\w+)"[^>]*>)/g, (opened, _, key: string) => opened + text(key));
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

/** Undefined while developing: then files have the names of their sources. */
function earlyScript(bundle: readonly Part[] | undefined): HtmlTagDescriptor {
  const files = languages.map((language) => [`data-${language}`, fileOf(language, bundle)] as const);
  // Before the style sheet, which a script after it would wait for.
  const injectTo = "head-prepend";
  return bundle === undefined
    ? { tag: "script", attrs: Object.fromEntries(files), children: read("early.js"), injectTo }
    : { tag: "script", attrs: { src: earlyFile(), ...Object.fromEntries(files) }, injectTo };
}

type Part = { readonly fileName: string; readonly facadeModuleId?: string | null };

function fileOf(language: string, bundle: readonly Part[] | undefined): string {
  const source = `/src/texts/${language}/index.ts`;
  if (bundle === undefined) return source;
  const chunk = bundle.find(({ facadeModuleId }) => facadeModuleId?.endsWith(source));
  if (!chunk) throw new Error(`no chunk was made of ${source}`);
  return `/${chunk.fileName}`;
}

function earlyFile(): string {
  const hash = createHash("sha256").update(read("early.js")).digest("base64url").slice(0, 8);
  return `/assets/early-${hash}.js`;
}
