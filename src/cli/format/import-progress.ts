import type { ImportProgress } from '#app/imports/import-progress.ts';
import type { Cli } from '../cli.ts';
import { formatNumber } from './figures.ts';
import { describeRate, type Progress, showProgress } from './progress.ts';

/** Shows an import on a terminal: bytes read with rate and time left, then tickets folded. */
export async function showImport(
  cli: Cli,
  name: string,
): Promise<{ update(state: ImportProgress): void; end(): void }> {
  const reading = await showProgress(cli, name);
  const folding = await showProgress(cli, cli.text({ en: 'Folding', fr: 'Calcul' }));
  let current: Progress = reading;
  return {
    update(state) {
      const { rate, secondsLeft } = state;
      if (state.state === 'folding') {
        if (current === reading) reading.end();
        current = folding;
        if (state.toFold > 0) folding.update(state.folded, state.toFold);
        return;
      }
      if (state.state !== 'reading') return;
      const events = formatNumber(state.accepted + state.duplicates + state.rejected, cli.language, 0);
      const words = cli.text({ en: 'events', fr: 'événements' });
      reading.update(state.bytesRead, state.bytesTotal, `${events} ${words} · ${describeRate(cli, rate, secondsLeft)}`);
    },
    end() {
      current.end();
    },
  };
}
