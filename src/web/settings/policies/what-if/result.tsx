import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../api/workspace.ts';
import { useFormat } from '../../../format/use-format.ts';
import { ChangeBadge } from '../../../ui/change-badge.tsx';
import type { DryRunResult, DryRunView } from '../queries.ts';
import { Sides } from './sides.tsx';
import { TallyTable } from './tally-table.tsx';
import classes from './what-if.module.css';

interface Props {
  readonly run: DryRunView;
  readonly result: DryRunResult;
}

/** Figures under the policies of today and under the changed ones, side by side. */
export function WhatIfResult({ run, result }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const { total, covered, targets, teams } = result;
  if (result.tickets === 0) return <p className={classes.note}>{t('whatIf.noTickets')}</p>;
  const from = format.instant(run.period.from, timeZone);
  const to = format.instant(run.period.to, timeZone);
  return (
    <div className={classes.stack}>
      <p className={classes.note} role="status">
        {t('whatIf.period', { n: format.count(result.tickets), from, to })}
        {result.failed > 0 && <> {t('whatIf.failed', { count: result.failed })}</>}
      </p>
      <div className={classes.tiles}>
        <Tile
          name={t('whatIf.compliance')}
          {...{ before: total.before.compliance, after: total.after.compliance }}
          unit="share"
          better="higher"
        />
        <Tile
          name={t('whatIf.breaches')}
          {...{ before: total.before.breached, after: total.after.breached }}
          unit="count"
          better="lower"
        />
        <Tile name={t('whatIf.covered')} {...covered} unit="count" better={null} />
        <Tile
          name={t('whatIf.openClocks')}
          {...{ before: total.before.running, after: total.after.running }}
          unit="count"
          better={null}
        />
      </div>
      <TallyTable
        title={t('whatIf.byTarget')}
        head={t('whatIf.target')}
        rows={targets.map(({ policy, policyName, target, metric, before, after }) => ({
          key: `${policy} ${target}`,
          name: t(`vocabulary.metric.${metric}`),
          of: policyName,
          before,
          after,
        }))}
      />
      <TallyTable
        title={t('whatIf.byTeam')}
        head={t('whatIf.team')}
        rows={teams.map(({ team, before, after }) => ({
          key: team ?? '',
          name: team ?? t('whatIf.noTeam'),
          of: null,
          before,
          after,
        }))}
      />
      <Sides run={run.id} changes={result.changes} />
    </div>
  );
}

interface TileProps {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly unit: 'share' | 'count';
  readonly better: 'higher' | 'lower' | null;
}

function Tile({ name, before, after, unit, better }: TileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={`${classes.tile} figures`}>
      <span>{name}</span>
      <strong>{format.value(after, unit)}</strong>
      <span>
        {t('whatIf.today')} {format.value(before, unit)}{' '}
        <ChangeBadge now={after} before={before} unit={unit} better={better} />
      </span>
    </div>
  );
}
