import type { CustomerGroup } from '#domain/report/customer-figures.ts';
import type { Unit } from '#domain/report/query.ts';
import type { Period } from '#presentation/question/period.ts';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../reports/use-words.ts';
import { useOpenDrill } from '../state/open-drill.ts';
import { useUrl } from '../state/url.ts';
import { OpensTickets } from '../ui/opens-tickets.tsx';
import { timeOf } from './asking.ts';
import classes from './customers.module.css';
import type { CustomerItem } from './queries.ts';
import { RowsBehind } from './rows-behind.tsx';

interface Props {
  readonly item: CustomerItem;
  readonly figure: string;
  readonly unit: Unit;
  readonly by: CustomerGroup;
  readonly period: Period;
}

/** A figure of a customer with its n; a press opens the tickets behind it. No data is a dash. */
export function FigureCell({ item, figure, unit, by, period }: Props) {
  const format = useFormat();
  const words = useWords();
  const { search } = useUrl();
  const openDrill = useOpenDrill();
  const { value = null, n = 0 } = item.figures[figure] ?? {};
  if (value === null) return <span className={classes.none}>–</span>;
  const text = format.value(value, unit, { time: timeOf(search) });
  const behind = <RowsBehind figure={figure} value={value} n={n} />;
  if (n === 0)
    return (
      <span className={classes.none}>
        {text} {behind}
      </span>
    );
  return (
    <OpensTickets
      at={`${item.name ?? item.id}, ${words.figure(figure)}`}
      className={classes.figure}
      onOpen={() => openDrill({ kpi: figure, period, cells: [{ dimension: by, value: item.id }] })}
    >
      {text} {behind}
    </OpensTickets>
  );
}
