import { byOperator } from '#app/audit/record-audit.ts';
import type { ErasureView } from '#contract/schemas/privacy.ts';
import { VigieError } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { formatCount, formatNumber, noData } from '../format/figures.ts';
import { formatLocalTime } from '../format/local-time.ts';
import { printTable } from '../format/table.ts';
import { confirm } from '../input/confirm.ts';

export interface EraseOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

const words = {
  tickets: { en: ['ticket', 'tickets'], fr: ['ticket', 'tickets'] },
  events: { en: ['event', 'events'], fr: ['événement', 'événements'] },
  rejected: {
    en: ['rejected line deleted', 'rejected lines deleted'],
    fr: ['ligne rejetée supprimée', 'lignes rejetées supprimées'],
  },
} as const;

/** `vigie privacy erase`. */
export async function runErase(cli: Cli, customer: string, options: EraseOptions): Promise<void> {
  const app = await cli.app();
  if (!options.yes && !(await isConfirmed(cli, customer))) throw new VigieError('privacy.not-confirmed');
  const [{ eraseCustomer }, { viewErasure }] = await Promise.all([
    import('#app/privacy/erase-customer.ts'),
    import('#app/privacy/list-erasures.ts'),
  ]);
  const { records } = await cli.installation();
  const erasure = viewErasure(await eraseCustomer(app, records.everywhere, customer, byOperator));
  if (options.json) return cli.printJson(erasure);
  const { language } = cli;
  const counts = (['tickets', 'events', 'rejected'] as const).map((name) =>
    formatCount(erasure[name], words[name], language),
  );
  const { pseudonym } = erasure;
  await cli.print(
    cli.text({
      en: `Erased: ${counts.join(' · ')}. The figures stand under ${pseudonym}.`,
      fr: `Effacé : ${counts.join(' · ')}. Les chiffres figurent sous ${pseudonym}.`,
    }),
  );
  await cli.note(
    cli.text({
      en: 'Back-ups made before, exports and the source itself still hold the person.',
      fr: 'Les sauvegardes antérieures, les exports et la source elle-même contiennent encore la personne.',
    }),
  );
}

async function isConfirmed(cli: Cli, customer: string): Promise<boolean> {
  if (!cli.io.tty.stdin) return false;
  return confirm(
    cli,
    cli.text({
      en: `Erase the customer “${customer}”? This cannot be undone.`,
      fr: `Effacer le client « ${customer} » ? C’est irréversible.`,
    }),
  );
}

/** `vigie privacy erasures`. */
export async function runErasures(cli: Cli, json: boolean): Promise<void> {
  const app = await cli.app();
  const { listErasureViews } = await import('#app/privacy/list-erasures.ts');
  const rows: ErasureView[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await listErasureViews(app, { limit: 500, after });
    rows.push(...items);
    if (next === null) break;
    after = next;
  }
  if (json) {
    for (const row of rows) await cli.printJson(row);
    return;
  }
  if (rows.length === 0) return cli.print(cli.text({ en: 'Nobody was erased.', fr: 'Personne n’a été effacé.' }));
  const titles = cli.text({
    en: 'Asked at (UTC)|By|State|Pseudonym|Tickets|Events|Rejected',
    fr: 'Demandé le (UTC)|Par|État|Pseudonyme|Tickets|Événements|Rejetés',
  });
  const states = { pending: { en: 'pending', fr: 'en attente' }, done: { en: 'done', fr: 'terminé' } };
  const retention = { en: 'retention period', fr: 'durée de conservation' };
  await printTable(
    cli,
    titles.split('|').map((title, at) => ({ title, align: at > 3 ? 'right' : 'left' })),
    rows.map(({ requestedAt, requestedBy, state, pseudonym, tickets, events, rejected }) => [
      formatLocalTime(requestedAt, 'UTC'),
      requestedBy ?? cli.text(retention),
      cli.text(states[state]),
      pseudonym,
      ...[tickets, events, rejected].map((count) => (state === 'done' ? formatNumber(count, cli.language, 0) : noData)),
    ]),
  );
}
