import type { FilePreview } from '#app/imports/guess-file.ts';
import type { Cli } from '../cli.ts';
import { alignRows } from './align.ts';
import { formatShare, noData } from './figures.ts';

type Guess = NonNullable<FilePreview['guess']>;

/** Shows what the columns of a table seem to mean, beside the answer: column, meaning, confidence, first values. */
export async function printGuess(cli: Cli, name: string, guess: Guess): Promise<void> {
  const { mapping, confidence, header, preview, unknownStatuses, ambiguousDates } = guess;
  const shape = cli.text(
    mapping.shape === 'history'
      ? { en: 'one row per change', fr: 'une ligne par changement' }
      : { en: 'one row per ticket', fr: 'une ligne par ticket' },
  );
  await cli.note(`${name}: ${shape}, ${mapping.timeZone}, ${mapping.timeFormat ?? noData}`);
  const rows = header.map((column, at) => {
    const sure = confidence[column];
    const values = [...new Set(preview.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== ''))].slice(0, 3);
    const target = mapping.columns[column] ?? noData;
    return [column, target, sure === undefined ? '' : formatShare(sure, cli.language), values.join(' | ').slice(0, 60)];
  });
  const title = [
    cli.text({ en: 'Column', fr: 'Colonne' }),
    cli.text({ en: 'Meaning', fr: 'Sens' }),
    cli.text({ en: 'Confidence', fr: 'Confiance' }),
    cli.text({ en: 'First values', fr: 'Premières valeurs' }),
  ];
  for (const line of alignRows([title, ...rows])) await cli.note(line);
  if (unknownStatuses.length > 0) {
    const words = unknownStatuses.slice(0, 10).join(', ');
    await cli.note(
      cli.text({
        en: `Statuses that would change nothing: ${words}`,
        fr: `Statuts qui ne changeraient rien : ${words}`,
      }),
    );
  }
  if (ambiguousDates) {
    await cli.note(
      cli.text({
        en: 'No date tells day from month: check the time format.',
        fr: 'Aucune date ne distingue le jour du mois : vérifiez le format.',
      }),
    );
  }
}
