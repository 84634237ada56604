import type { i18n } from 'i18next';
import type { catalogue } from './en/index.ts';

/** Every text for people, by key; French has the same keys. */
export type Catalogue = typeof catalogue;

/** The texts of one language, from which `t` picks by key. */
export type Texts = i18n;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Catalogue };
  }
}
