import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClockProofView } from '#contract/schemas/proof.ts';
import type { Proof } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import classes from './proof.module.css';
import { useHolderName, useSpanWords } from './words.ts';

const linesShown = 200;

/** The drawing, line by line: for screen readers, and for whoever wants the seconds. */
export function SpanTable({ proof, each }: { readonly proof: Proof; readonly each: ClockProofView }) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <div>
      <UnstyledButton className={classes.disclose} onClick={toggle} aria-expanded={opened}>
        <IconChevronRight size={14} aria-hidden className={opened ? classes.turned : undefined} />
        {t('proof.asTable')}
      </UnstyledButton>
      {opened && <Lines proof={proof} each={each} />}
    </div>
  );
}

function Lines({ proof, each }: { readonly proof: Proof; readonly each: ClockProofView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const spanWords = useSpanWords();
  const holderName = useHolderName(proof.labels);
  const shown = each.spans.slice(0, linesShown);
  return (
    <ScrollRegion label={t('proof.asTable')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('proof.from')}</th>
            <th scope="col">{t('proof.to')}</th>
            <th scope="col">{t('proof.what')}</th>
            <th scope="col">{t('proof.holder')}</th>
            <th scope="col" className={tableClasses.number}>
              {t('proof.seconds')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((span) => (
            <tr key={span.from}>
              <td>{format.exactInstant(span.from, proof.timeZone)}</td>
              <td>{format.exactInstant(span.to, proof.timeZone)}</td>
              <td>{spanWords(span)}</td>
              <td>{span.holder === null ? '–' : holderName(span.holder)}</td>
              <td className={tableClasses.number}>{format.exactDuration(span.seconds)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t('common.total')}
              {each.spans.length > shown.length &&
                ` · ${t('proof.firstOf', { n: shown.length, total: each.spans.length })}`}
            </th>
            <td className={tableClasses.number}>{format.exactDuration(each.clock.elapsedSeconds)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
