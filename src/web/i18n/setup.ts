import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#domain/error.ts';
import type {} from '#presentation/i18n/catalogue.ts';

const storageKey = 'vigie.language';

/** Only the reader's own language is loaded. */
const loadCatalogue: Record<Language, () => Promise<{ catalogue: object }>> = {
  en: () => import('#presentation/i18n/en/index.ts'),
  fr: () => import('#presentation/i18n/fr/index.ts'),
};

function preferredLanguage(): Language {
  const kept = localStorage.getItem(storageKey) ?? navigator.languages.find((tag) => /^(fr|en)\b/.test(tag));
  return kept?.startsWith('fr') === true ? 'fr' : 'en';
}

export function currentLanguage(): Language {
  return i18next.language === 'fr' ? 'fr' : 'en';
}

async function addCatalogue(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const { catalogue } = await loadCatalogue[language]();
  i18next.addResourceBundle(language, 'translation', catalogue);
}

export async function changeLanguage(language: Language): Promise<void> {
  await addCatalogue(language);
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export async function startLanguages(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
  });
  await addCatalogue(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
