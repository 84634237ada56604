import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import tableClasses from '../ui/table.module.css';
import classes from './agents.module.css';
import { FairCell } from './fair-cell.tsx';
import type { Scorecard, ScorecardLine } from './queries.ts';
import { useKpiName } from './use-kpi-name.ts';
import { VerdictWord } from './verdict-word.tsx';

export function ScorecardTable({ card }: { readonly card: Scorecard }) {
  const { t } = useTranslation();
  const format = useFormat();
  const compared = card.group.kind !== 'none';
  return (
    <>
      <ScrollRegion label={card.name ?? card.agent}>
        <table className={`${tableClasses.table} ${classes.card}`}>
          <thead>
            <tr>
              <th scope="col">{t('agent.figure')}</th>
              <th scope="col" className={tableClasses.number}>
                {t('agent.value')}
              </th>
              <th scope="col">{t('agent.trend')}</th>
              <th scope="col" className={tableClasses.number}>
                {t('agent.previous')}
              </th>
              {compared && (
                <th scope="col" className={tableClasses.number}>
                  {card.group.team === null ? t('agent.allTeams') : t('agent.groupOf', { team: card.group.team })}
                </th>
              )}
              <th scope="col">{t('agent.benchmark')}</th>
              {compared && <th scope="col">{t('agent.fair')}</th>}
            </tr>
          </thead>
          <tbody>
            {card.figures.map((line) => (
              <Row key={line.kpi} line={line} compared={compared} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {card.running !== null && card.running > 0 && (
        <p className={`${classes.note} ${classes.foot}`}>{t('agent.running', { n: format.count(card.running) })}</p>
      )}
    </>
  );
}

function Row({ line, compared }: { readonly line: ScorecardLine; readonly compared: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useKpiName();
  const { benchmark } = line;
  return (
    <tr>
      <th scope="row">
        {name(line.kpi)}
        <span className={classes.n}>{t(`agent.${line.statistic}`)}</span>
      </th>
      <Measured line={line} measured={line} interval />
      <td>
        <div className={classes.trend}>
          <Sparkline values={line.series.map(({ value }) => value)} width={88} height={28} />
        </div>
      </td>
      <Measured line={line} measured={line.previous} verdict={line.previous?.verdict} />
      {compared && <Measured line={line} measured={line.group} verdict={line.group?.verdict} />}
      <td>
        {benchmark === null ? (
          '–'
        ) : (
          <span title={format.text(benchmark.source)}>
            {format.value(benchmark.value, line.unit)}
            <span className={classes.n}>{t('agent.benchmarkOnly')}</span>
          </span>
        )}
      </td>
      {compared && <FairCell line={line} />}
    </tr>
  );
}

interface MeasuredProps {
  readonly line: Pick<ScorecardLine, 'unit' | 'statistic'>;
  readonly measured: Pick<ScorecardLine, 'value' | 'n' | 'low' | 'high'> | null;
  readonly verdict?: NonNullable<ScorecardLine['previous']>['verdict'] | undefined;
  readonly interval?: boolean;
}

/** A figure with its n and, of the agent, the 95 % interval; of what it is held against, what that says. */
function Measured({ line, measured, verdict, interval = false }: MeasuredProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (measured === null) return <td className={tableClasses.number}>–</td>;
  const { value, n, low, high } = measured;
  const text = (figure: number) => format.value(figure, line.unit);
  return (
    <td className={`${tableClasses.number} figures`}>
      {format.value(value, line.unit)}
      {interval && low !== null && high !== null && (
        <span className={classes.n} title={t('agent.intervalHead')}>
          {t('agent.interval', { low: text(low), high: text(high) })}
        </span>
      )}
      {line.statistic !== 'count' && <span className={classes.n}>{t('agent.n', { n: format.count(n) })}</span>}
      {verdict !== undefined && verdict !== 'neither' && <VerdictWord verdict={verdict} />}
    </td>
  );
}
