import type { Language } from '../../error.ts';

const narrow = '\u202f';

const words = {
  en: {
    now: 'now',
    at: 'closing instant',
    start: 'start of the period',
    end: 'end of the period',
    overlap: 'time within the period',
    length: 'length of the period',
    and: ' and ',
    or: ' or ',
    yes: ': yes',
    number: 'number of',
    distinct: 'number of distinct values',
    peak: 'most at once of',
    sum: 'total',
    mean: 'mean',
    max: 'largest',
    median: 'median',
    over: 'over',
    inside: 'within',
    not: 'not',
    next: 'next ticket of the customer, of the same type',
  },
  fr: {
    now: 'maintenant',
    at: 'fin de l’intervalle',
    start: 'début de la période',
    end: 'fin de la période',
    overlap: 'temps compris dans la période',
    length: 'durée de la période',
    and: ' et ',
    or: ' ou ',
    yes: `${narrow}: oui`,
    number: 'nombre de',
    distinct: 'nombre de valeurs distinctes',
    peak: 'maximum simultané de',
    sum: 'total',
    mean: 'moyenne',
    max: 'maximum',
    median: 'médiane',
    over: 'sur les',
    inside: 'pendant les',
    not: 'non',
    next: 'ticket suivant du client, du même type',
  },
} as const;

export type FormulaWord = keyof (typeof words)['en'];

export const word = (name: FormulaWord, language: Language): string => words[language][name];

/** `90th percentile`, `90e centile`. */
export function percentile(level: number, language: Language): string {
  const hundredths = Math.round(level * 100);
  return language === 'fr' ? `${hundredths}e centile` : `${hundredths}th percentile`;
}

/** Whether something is known: agrees in French with what is known. */
export function known(noun: string, feminine: boolean, language: Language): string {
  if (language === 'en') return `${noun} is known`;
  return `${noun} ${feminine ? 'connue' : 'connu'}`;
}

export function unknown(noun: string, feminine: boolean, language: Language): string {
  if (language === 'en') return `${noun} is unknown`;
  return `${noun} ${feminine ? 'inconnue' : 'inconnu'}`;
}

export function conditional(then: string, condition: string, otherwise: string, language: Language): string {
  return language === 'fr'
    ? `${then} si ${condition}, sinon ${otherwise}`
    : `${then} if ${condition}, else ${otherwise}`;
}

export const fallback = (of: string, instead: string, language: Language): string =>
  language === 'fr' ? `${of} (${instead} à défaut)` : `${of} (else ${instead})`;

export const between = (from: string, to: string, language: Language): string =>
  language === 'fr' ? `temps entre ${from} et ${to}` : `time from ${from} to ${to}`;

export const inBusinessTime = (noun: string, language: Language): string =>
  language === 'fr' ? `${noun} en heures ouvrées` : `${noun} in business time`;

const steps = [
  { seconds: 31_557_600, en: 'year', fr: 'an' },
  { seconds: 86_400, en: 'day', fr: 'jour' },
  { seconds: 3_600, en: 'hour', fr: 'heure' },
  { seconds: 60, en: 'minute', fr: 'minute' },
] as const;

/** `7 days`: in the largest unit that divides it, else in seconds. */
export function duration(seconds: number, language: Language): string {
  const step = steps.find((each) => seconds % each.seconds === 0 && seconds !== 0);
  if (step === undefined) return `${seconds} s`;
  const count = seconds / step.seconds;
  return `${count} ${step[language]}${Math.abs(count) > 1 ? 's' : ''}`;
}

export function number(value: number, language: Language): string {
  const text = String(value).replace('-', '−');
  return language === 'fr' ? text.replace('.', ',') : text;
}

/** `nombre d’enquêtes`: what follows `de` and begins with a vowel takes its e away. */
export const elided = (said: string): string => said.replace(/\bde (?=[aeiouéh])/g, 'd’');
