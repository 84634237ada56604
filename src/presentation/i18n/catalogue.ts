import type { catalogue } from './en/index.ts';

/** Every text for people, by key; French has the same keys. */
export type Catalogue = typeof catalogue;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Catalogue };
  }
}
