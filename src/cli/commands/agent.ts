import type { Command } from 'commander';
import type { TimeKind, Unit } from '#domain/report/query.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { formatCell } from '../format/figures.ts';
import { printTable } from '../format/table.ts';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly team?: string;
  readonly search?: string;
  readonly time?: TimeKind;
  readonly json?: boolean;
}

/** `vigie agent`: agents and their scorecards. */
export function addAgent(program: Command, cli: Cli): void {
  const agent = program
    .command('agent')
    .description(
      cli.text({ en: 'agents, and how sure their figures are', fr: 'les agents, et la solidité de leurs chiffres' }),
    );
  const list = period(agent.command('list'), cli)
    .description(cli.text({ en: 'agents with a few figures', fr: 'les agents avec quelques chiffres' }))
    .option(
      '--search <text>',
      cli.text({ en: 'whose name or id holds it', fr: 'dont le nom ou l’identifiant le contient' }),
    )
    .action((options: Options) => runList(cli, options));
  examples(list, cli, ['vigie agent list --from 2026-10-01 --to 2026-11-01 --team returns']);
  const scorecard = period(agent.command('scorecard <id>'), cli)
    .description(
      cli.text({
        en: 'the figures of an agent against their past and their team, with 95 % intervals',
        fr: 'les chiffres d’un agent face à son passé et à son équipe, avec intervalles à 95 %',
      }),
    )
    .action((id: string, options: Options) => runScorecard(cli, id, options));
  examples(scorecard, cli, ['vigie agent scorecard a1 --from 2026-10-01 --to 2026-11-01 --json']);
}

const period = (command: Command, cli: Cli) =>
  command
    .option('--from <date>', cli.text({ en: 'first day', fr: 'premier jour' }))
    .option('--to <date>', cli.text({ en: 'day after the last', fr: 'lendemain du dernier jour' }))
    .option('--team <team>', cli.text({ en: 'the team to compare with', fr: 'l’équipe à laquelle comparer' }))
    .option('--json', cli.text({ en: 'answer as JSON', fr: 'répondre en JSON' }));

async function runList(cli: Cli, { json, ...request }: Options): Promise<void> {
  const app = await cli.app();
  const { listAgents } = await import('#app/agents/list-agents.ts');
  const answer = await listAgents(app, { kind: 'operator' }, request);
  if (json) return cli.printJson(answer);
  const show = (value: number | null, unit: Unit) => formatCell(value, unit, cli.language);
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'Agent', fr: 'Agent' }) },
      { title: cli.text({ en: 'Name', fr: 'Nom' }) },
      { title: cli.text({ en: 'Team', fr: 'Équipe' }) },
      { title: cli.text({ en: 'Solved', fr: 'Résolus' }), align: 'right' },
      { title: cli.text({ en: 'First reply', fr: 'Première réponse' }), align: 'right' },
      { title: cli.text({ en: 'SLA', fr: 'SLA' }), align: 'right' },
      { title: 'n', align: 'right' },
      { title: cli.text({ en: 'CSAT', fr: 'CSAT' }), align: 'right' },
      { title: 'n', align: 'right' },
      { title: cli.text({ en: 'Place (same mix)', fr: 'Rang (à tickets comparables)' }) },
    ],
    answer.items.map(({ id, name, team, solved, firstReply, sla, csat, fair }) => [
      ...[id, name ?? '–', team ?? '–', show(solved.value, 'count'), show(firstReply.value, 'seconds')],
      ...[show(sla.value, 'share'), show(sla.n, 'count'), show(csat.value, 'share')],
      ...[show(csat.n, 'count'), placeText(fair?.place ?? null)],
    ]),
  );
}

async function runScorecard(cli: Cli, id: string, { json, ...request }: Options): Promise<void> {
  const app = await cli.app();
  const { getScorecard } = await import('#app/agents/scorecard.ts');
  const answer = await getScorecard(app, { kind: 'operator' }, id, request);
  if (json) return cli.printJson(answer);
  const { getKpi } = await import('#domain/kpi/resolve-kpi.ts');
  const show = (value: number | null, unit: Unit) => formatCell(value, unit, cli.language);
  await cli.print(
    `${answer.name ?? answer.agent} · ${answer.group.team ?? cli.text({ en: 'whole workspace', fr: 'tout l’espace' })}`,
  );
  await printTable(
    cli,
    [
      { title: cli.text({ en: 'Figure', fr: 'Indicateur' }) },
      { title: cli.text({ en: 'Value', fr: 'Valeur' }), align: 'right' },
      { title: '95 %', align: 'right' },
      { title: 'n', align: 'right' },
      { title: cli.text({ en: 'Before', fr: 'Avant' }), align: 'right' },
      { title: cli.text({ en: 'Verdict', fr: 'Verdict' }) },
      { title: cli.text({ en: 'Team', fr: 'Équipe' }), align: 'right' },
      { title: cli.text({ en: 'Verdict', fr: 'Verdict' }) },
      { title: cli.text({ en: 'Place (same mix)', fr: 'Rang (à tickets comparables)' }) },
    ],
    answer.figures.map(({ kpi, unit, value, low, high, n, previous, group, fair }) => [
      ...[cli.text(getKpi(kpi).label), show(value, unit)],
      ...[low === null ? '–' : `${show(low, unit)} … ${show(high, unit)}`, show(n, 'count')],
      ...[show(previous?.value ?? null, unit), verdictText(cli, previous?.verdict)],
      ...[show(group?.value ?? null, unit), verdictText(cli, group?.verdict)],
      placeText(fair?.place ?? null),
    ]),
  );
}

function placeText(place: { readonly best: number; readonly worst: number; readonly of: number } | null): string {
  if (place === null) return '–';
  const { best, worst, of } = place;
  return best === worst ? `${best}/${of}` : `${best}–${worst}/${of}`;
}

const verdicts = {
  better: { en: 'better', fr: 'mieux' },
  worse: { en: 'worse', fr: 'moins bien' },
  unclear: { en: 'no clear difference', fr: 'pas de différence nette' },
  'too-few': { en: 'too few to say', fr: 'trop peu pour conclure' },
  neither: { en: '–', fr: '–' },
} as const;

function verdictText(cli: Cli, verdict: keyof typeof verdicts | undefined): string {
  return verdict === undefined ? '–' : cli.text(verdicts[verdict]);
}
