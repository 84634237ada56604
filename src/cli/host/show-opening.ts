import type { OpeningStep } from '#app/open-installation.ts';
import type { LocalText } from '#domain/error.ts';
import type { Io } from '../io.ts';

const steps: Readonly<Record<OpeningStep, LocalText>> = {
  records: { en: 'Opening the records…', fr: 'Ouverture des fiches…' },
  upgrading: {
    en: 'Keeping a copy of the records and bringing them up to date…',
    fr: 'Copie des fiches puis mise à niveau…',
  },
  analytics: { en: 'Opening the figures…', fr: 'Ouverture des chiffres…' },
  folding: { en: 'Looking for unfinished work…', fr: 'Recherche de travail inachevé…' },
  ready: { en: '', fr: '' },
};

/** What a terminal shows while the stores open, once it takes long enough to be noticed; nothing in a pipe. */
export function showOpening(io: Io): { step(step: OpeningStep): void; end(): void } {
  if (!io.tty.stderr) return { step: () => {}, end: () => {} };
  let shown = false;
  let current: OpeningStep = 'records';
  const show = () => {
    shown = true;
    io.stderr.write(`\r\x1b[2K${steps[current][io.language]}`);
  };
  const timer = setTimeout(show, 600);
  return {
    step(step) {
      current = step;
      if (shown) show();
    },
    end() {
      clearTimeout(timer);
      if (shown) io.stderr.write('\r\x1b[2K');
    },
  };
}
