import { fillTemplate, type Language, type LocalText } from '../../error.ts';
import { type FormulaStep, formulaTexts } from './formula.ts';

const units: readonly [seconds: number, name: string][] = [
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** A duration in hours, minutes and seconds, the zero parts left out: `26 h 5 min`, with spaces that do not break. */
export function formatSeconds(seconds: number): string {
  let left = Math.abs(seconds);
  const parts: string[] = [];
  for (const [size, name] of units) {
    const n = Math.floor(left / size);
    left -= n * size;
    if (n > 0) parts.push(`${n}\u202f${name}`);
  }
  return parts.length === 0 ? '0\u202fs' : parts.join('\u202f');
}

function textIn(steps: readonly FormulaStep[], language: Language): string {
  const pieces = steps.map(({ code, seconds, of }) =>
    fillTemplate(formulaTexts[code][language], { seconds: formatSeconds(seconds ?? 0), of: of ?? '' }),
  );
  return `${pieces.slice(0, 2).join(' ')}${language === 'fr' ? '\u202f; ' : '; '}${pieces.slice(2).join(', ')}.`;
}

/** The reckoning of a clock as a sentence in each language. */
export function formulaText(steps: readonly FormulaStep[]): LocalText {
  return { en: textIn(steps, 'en'), fr: textIn(steps, 'fr') };
}
