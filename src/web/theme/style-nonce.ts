declare global {
  /** Read by the library that stops the page behind a dialog from scrolling. */
  var __webpack_nonce__: string | undefined;
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.nonce ?? '';
globalThis.__webpack_nonce__ = nonce;

/** What style elements made at run time bear, so that the page's security policy lets them in. */
export function styleNonce(): string {
  return nonce;
}
