import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import tableClasses from '../../../ui/table.module.css';
import type { DryRunResult } from '../queries.ts';
import classes from './what-if.module.css';

type Tally = DryRunResult['total']['before'];

interface Row {
  readonly key: string;
  readonly name: string;
  readonly of: string | null;
  /** Null: that side does not have it. */
  readonly before: Tally | null;
  readonly after: Tally | null;
}

interface Props {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly Row[];
}

/** Rows shown before somebody asks for all. */
const shownAtFirst = 12;

const movedBy = ({ before, after }: Row) => Math.abs((after?.breached ?? 0) - (before?.breached ?? 0));

/** Compliance and breaches of each row, today and then, with how many verdicts they rest on; of many, those that move most. */
export function TallyTable({ title, head, rows }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const many = rows.length > shownAtFirst;
  const shown = !many || all ? rows : rows.toSorted((a, b) => movedBy(b) - movedBy(a)).slice(0, shownAtFirst);
  const number = tableClasses.number;
  const share = (tally: Tally | null) => (
    <td className={number}>
      {format.value(tally?.compliance ?? null, 'share')}
      {tally !== null && (
        <span className={tableClasses.sub}>
          {format.count(tally.met + tally.breached)} {t('whatIf.decided')}
        </span>
      )}
    </td>
  );
  const broken = (tally: Tally | null) => <td className={number}>{format.value(tally?.breached ?? null, 'count')}</td>;
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <ScrollRegion label={title}>
        <table className={`${tableClasses.table} figures`}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {(['compliance', 'breaches'] as const).flatMap((figure) =>
                (['today', 'changed'] as const).map((side) => (
                  <th key={figure + side} scope="col" className={number}>
                    {t(`whatIf.${figure}`)} · {t(`whatIf.${side}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, name, of, before, after }) => (
              <tr key={key}>
                <th scope="row">
                  {name}
                  {of !== null && <span className={tableClasses.sub}>{of}</span>}
                </th>
                {share(before)}
                {share(after)}
                {broken(before)}
                {broken(after)}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {many && !all && (
        <Button variant="subtle" color="gray" size="compact-xs" mt={6} onClick={() => setAll(true)}>
          {t('common.showAll', { n: format.count(rows.length) })}
        </Button>
      )}
    </section>
  );
}
