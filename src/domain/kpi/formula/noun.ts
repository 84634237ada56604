import type { LocalText } from '../../error.ts';

/** A name in both languages; in French, what agrees with it must know its gender. */
export interface Noun extends LocalText {
  readonly feminine: boolean;
}

export const masculine = (en: string, fr: string): Noun => ({ en, fr, feminine: false });
export const feminine = (en: string, fr: string): Noun => ({ en, fr, feminine: true });
