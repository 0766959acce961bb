/** Random names for requests and items. `crypto.randomUUID` is missing on plain http pages, `getRandomValues` is not. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

/** Letters, digits, `_` and `-`; each carries six random bits. */
export function randomId(length = 12): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => ALPHABET.charAt(byte & 63)).join("");
}
