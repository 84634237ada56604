import { createHash } from 'node:crypto';

/** Of every answer that is no page: were it opened as one, it would load and run nothing. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Of the web app. Scripts are its own files, and those written into the page, by their hashes. Style elements that Mantine
 * makes at run time bear the nonce. Style attributes are open: the pictures of reports and places of floating panels are
 * written as such, and a style attribute runs nothing.
 */
export function pagePolicy(nonce: string, scriptHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scriptHashes].join(' '),
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Of a page that is only text, with one style element. */
export function textPagePolicy(style: string): string {
  return `${dataPolicy}; style-src ${sourceHash(style)}`;
}

/** A script or style written into a page, as a policy names it. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
