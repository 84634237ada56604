import { createInstance } from 'i18next';
import type { Language } from '#domain/error.ts';
import type { Texts } from './catalogue.ts';
import { catalogue as en } from './en/index.ts';
import { catalogue as fr } from './fr/index.ts';

function createTexts(language: Language): Texts {
  const texts = createInstance();
  void texts.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { en: { translation: en }, fr: { translation: fr } },
    interpolation: { escapeValue: false },
  });
  return texts;
}

/** The texts of each language, for whoever writes in several: mails and files. The web app loads only the reader's. */
export const texts: Readonly<Record<Language, Texts>> = { en: createTexts('en'), fr: createTexts('fr') };
