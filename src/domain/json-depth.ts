/** How deep objects and lists may lie in each other in JSON that comes from outside; what Vigie reads needs a quarter of it. */
export const deepestJson = 64;

/** How deep they may lie in one event, which others will nest in documents of their own. */
export const deepestEvent = 32;

/** Whether JSON text nests deeper than `limit`, seen without parsing it: text within strings does not count. */
export function isTextDeeper(text: string, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}

/** Where the string that opens at `from` closes; the end of the text where it does not. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}

/** Whether a value as `JSON.parse` gives it nests deeper than `limit`. */
export function isValueDeeper(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  for (const key in value) {
    if (isValueDeeper((value as Readonly<Record<string, unknown>>)[key], limit - 1)) return true;
  }
  return false;
}
