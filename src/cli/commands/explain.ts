import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { readInstantOption } from '../input/read-instant.ts';

interface Options {
  readonly now?: string;
  readonly json?: boolean;
}

/** `vigie explain`: the proof of a ticket. */
export function addExplain(program: Command, cli: Cli): void {
  const command = program
    .command('explain <ticket>')
    .description(
      cli.text({
        en: 'prove the verdicts on a ticket: each span, counted or not and why',
        fr: 'prouver les verdicts d’un ticket : chaque intervalle, compté ou non et pourquoi',
      }),
    )
    .option(
      '--now <instant>',
      cli.text({ en: 'as of this instant (default: now)', fr: 'situation à cet instant (par défaut : maintenant)' }),
    )
    .option('--json', cli.text({ en: 'the proof as JSON', fr: 'la preuve en JSON' }))
    .action((ticket: string, options: Options) => runExplain(cli, ticket, options));
  examples(command, cli, ['vigie explain INC0000045', 'vigie explain ZD-1042 --now 2026-11-03T12:00:00Z --json']);
}

async function runExplain(cli: Cli, ticket: string, options: Options): Promise<void> {
  const now = options.now === undefined ? null : await readInstantOption(options.now, '--now');
  const app = await cli.app();
  const [{ proveTicket }, { describeProof }, { listNotices }] = await Promise.all([
    import('#app/tickets/prove-ticket.ts'),
    import('../proof/describe-proof.ts'),
    import('../notices.ts'),
  ]);
  const proof = await proveTicket(now === null ? app : { ...app, now: () => now }, ticket);
  if (options.json) return cli.printJson(proof);
  await cli.print(describeProof(proof, cli.language, cli.io.columns).join('\n'));
  for (const notice of await listNotices(app)) await cli.note(cli.text(notice));
}
