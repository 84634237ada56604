import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { leastOthers } from '#domain/agents/fair-comparison.ts';
import { useFormat } from '../format/use-format.ts';
import { useNames } from '../state/use-names.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { SideSheet } from '../ui/side-sheet.tsx';
import tableClasses from '../ui/table.module.css';
import classes from './agents.module.css';
import { useFairWords } from './fair-words.ts';
import type { ScorecardLine } from './queries.ts';
import { useKpiName } from './use-kpi-name.ts';
import { VerdictWord } from './verdict-word.tsx';

/** Where an agent stands on the same mix, in words; the mix opens beside. */
export function FairCell({ line }: { readonly line: ScorecardLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useFairWords();
  const name = useKpiName();
  const [opened, { open, close }] = useDisclosure(false);
  const { fair } = line;
  if (fair === null) return <td>{line.statistic === 'count' ? '–' : words.standing(null)}</td>;
  const { observed, expected, within, coverage, n } = fair;
  const compared = { observed: format.share(observed?.value ?? 0), expected: format.share(expected?.value ?? 0) };
  return (
    <td className={classes.words}>
      {words.standing(fair)}
      {fair.refused === null && (
        <span className={classes.n}>
          {t('agent.expected', compared)}
          {within !== null && ` · ${t('agent.within', { time: format.duration(within) })}`}
          {' · '}
          {t('agent.coverage', { coverage: format.share(coverage ?? 0, 0), n: format.count(n) })}
        </span>
      )}
      {fair.verdict !== null && <VerdictWord verdict={fair.verdict} />}
      {n > 0 && (
        <button type="button" className={tableClasses.link} onClick={open}>
          {t('agent.mixShow')}
          <span className="visually-hidden"> {name(line.kpi)}</span>
        </button>
      )}
      <SideSheet
        opened={opened}
        onClose={close}
        side="right"
        size="min(560px, 100vw)"
        title={t('agent.mix', { figure: name(line.kpi) })}
      >
        <Mix strata={fair.strata} />
      </SideSheet>
    </td>
  );
}

function Mix({ strata }: { readonly strata: NonNullable<ScorecardLine['fair']>['strata'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const share = (hits: number, n: number) => (n === 0 ? '–' : format.share(hits / n));
  return (
    <>
      <p className={classes.note}>{t('agent.mixLead')}</p>
      <ScrollRegion label={t('agent.mixShow')}>
        <table className={tableClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('agent.channel')}</th>
              <th scope="col">{t('agent.type')}</th>
              <th scope="col" className={tableClasses.number}>
                {t('agent.own')}
              </th>
              <th scope="col" className={tableClasses.number}>
                {t('agent.others')}
              </th>
            </tr>
          </thead>
          <tbody>
            {strata.map(({ channel, type, n, hits, othersN, othersHits }) => (
              <tr key={JSON.stringify([channel, type])}>
                <td>{names('channel', channel)}</td>
                <td>{names('type', type)}</td>
                <td className={`${tableClasses.number} figures`}>
                  {share(hits, n)}
                  <span className={classes.n}>{t('agent.n', { n: format.count(n) })}</span>
                </td>
                <td className={`${tableClasses.number} figures`}>
                  {othersN < leastOthers ? t('agent.leftOut') : share(othersHits, othersN)}
                  <span className={classes.n}>{t('agent.n', { n: format.count(othersN) })}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
