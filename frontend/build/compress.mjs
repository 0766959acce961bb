// Writes .gz and .br beside every text file in dist and holds each page to its weight: script and style together, with
// the largest language, at most 80 KB as gzip, ten below what is promised; the 3D view, which loads when it is opened, at most 190 KB more.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url).pathname;
const TEXT = new Set([".html", ".js", ".css", ".svg", ".json", ".webmanifest", ".txt"]);
const BUDGET = 80 * 1024;
const BUDGET_3D = 190 * 1024;

const gzipped = new Map();
for (const entry of await readdir(DIST, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !TEXT.has(extname(entry.name))) continue;
  const path = join(entry.parentPath, entry.name);
  const content = await readFile(path);
  const gzip = gzipSync(content, { level: 9 });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await Promise.all([writeFile(`${path}.gz`, gzip), writeFile(`${path}.br`, brotliCompressSync(content, { params }))]);
  gzipped.set(path.slice(DIST.length), gzip.length);
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

for (const page of ["index.html", "room.html"]) {
  const html = await readFile(join(DIST, page), "utf8");
  const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);
  // One language is loaded; the early script's tag names them all.
  const languages = [...html.matchAll(/data-[a-z]{2}="\/(assets\/[^"]+\.js)"/g)].map((match) => gzipped.get(match[1]));
  const weight = files.reduce((sum, file) => sum + gzipped.get(file), 0) + Math.max(...languages);
  console.log(
    `${page}: ${kilobytes(weight)} of script and style (gzip) in ${files.length + 1} files, ` +
      `${languages.map(kilobytes).join(", ")} of it are texts in one of ${languages.length} languages`,
  );
  if (weight > BUDGET) throw new Error(`${page} weighs ${weight} bytes of script and style; at most ${BUDGET} allowed`);
}

const space = [...gzipped.keys()].find((file) => /^assets\/openSpace-[^/]+\.js$/.test(file));
const spaceWeight = gzipped.get(space);
console.log(`3D view: ${(spaceWeight / 1024).toFixed(1)} KB of script (gzip)`);
if (!(spaceWeight <= BUDGET_3D))
  throw new Error(`the 3D view weighs ${spaceWeight} bytes; at most ${BUDGET_3D} allowed`);
