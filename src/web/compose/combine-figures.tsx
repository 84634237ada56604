import { Button, Collapse, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '#domain/error.ts';
import { formulaSign } from '#presentation/figures/figures.ts';
import { findError } from '#presentation/question/composed-report.ts';
import { useWords } from '../reports/use-words.ts';
import classes from './compose.module.css';

interface Props {
  readonly chosen: readonly string[];
  readonly onAdd: (ref: string) => void;
}

const ops = ['ratio', 'difference'] as const;

/** A ratio or a difference of two figures; what does not go together is said before it is added. */
export function CombineFigures({ chosen, onAdd }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [opened, { toggle, close }] = useDisclosure(false);
  const [op, setOp] = useState<(typeof ops)[number]>('ratio');
  const [given, setGiven] = useState<readonly [string | null, string | null]>([null, null]);
  const plain = chosen.filter((ref) => formulaSign(ref) === null);
  const counts = words.kpis.filter(({ unit }) => unit === 'count').map(({ id }) => id);
  const refs = [...new Set([...plain, ...counts])];
  const [left = refs[0] ?? '', right = refs[1] ?? ''] = [given[0] ?? undefined, given[1] ?? undefined];
  const data = refs.map((value) => ({ value, label: words.figure(value) }));
  const formula = `${op}(${left},${right})`;
  const error = opened && left !== '' && right !== '' ? findError(formula) : null;
  return (
    <div>
      <Button variant="subtle" color="gray" size="xs" aria-expanded={opened} onClick={toggle} px={0}>
        {t('compose.combine')}
      </Button>
      <Collapse expanded={opened}>
        <p className={classes.hint}>{t('compose.combineLead')}</p>
        <div className={classes.bar}>
          <NativeSelect
            size="xs"
            label={t('compose.first')}
            value={left}
            onChange={(event) => setGiven([event.currentTarget.value, given[1]])}
            data={data}
          />
          <NativeSelect
            size="xs"
            label={t('compose.op')}
            value={op}
            onChange={(event) => setOp(event.currentTarget.value === 'difference' ? 'difference' : 'ratio')}
            data={ops.map((value) => ({ value, label: t(`compose.ops.${value}`) }))}
          />
          <NativeSelect
            size="xs"
            label={t('compose.second')}
            value={right}
            onChange={(event) => setGiven([given[0], event.currentTarget.value])}
            data={data}
          />
          <Button
            size="xs"
            disabled={error !== null || left === '' || right === ''}
            onClick={() => {
              onAdd(formula);
              close();
            }}
          >
            {t('compose.addFormula')}
          </Button>
        </div>
        {error !== null && (
          <p className={classes.advice} role="status">
            {describeError(error.code, error.params, words.format.language)}
          </p>
        )}
      </Collapse>
    </div>
  );
}
