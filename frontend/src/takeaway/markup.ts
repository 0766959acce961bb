/** Text as it may stand in XML. */

/** Characters that XML 1.0 has no way to write. */
const NEVER =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** For text and for values in double quotes. */
export function escaped(text: string): string {
  return text
    .replace(NEVER, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
