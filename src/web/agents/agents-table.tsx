import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#domain/report/query.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import classes from './agents.module.css';
import { useFairWords } from './fair-words.ts';
import type { AgentLine } from './queries.ts';
import { VerdictWord } from './verdict-word.tsx';

export function AgentsTable({ items }: { readonly items: readonly AgentLine[] }) {
  const { t } = useTranslation();
  return (
    <ScrollRegion label={t('common.agents')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('agent.name')}</th>
            <th scope="col">{t('agent.team')}</th>
            {(['solved', 'firstReply', 'sla', 'csat'] as const).map((name) => (
              <th key={name} scope="col" className={tableClasses.number}>
                {t(`agent.${name}`)}
              </th>
            ))}
            <th scope="col">{t('agent.place')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ item }: { readonly item: AgentLine }) {
  const { search } = useUrl();
  const words = useFairWords();
  const { q: _, ...kept } = search;
  return (
    <tr>
      <th scope="row" className={tableClasses.key}>
        <Link to="/agents/$id" params={{ id: item.id }} search={kept}>
          {item.name ?? item.id}
        </Link>
      </th>
      <td>{item.team ?? '–'}</td>
      <Figure figure={item.solved} unit="count" />
      <Figure figure={item.firstReply} unit="seconds" />
      <Figure figure={item.sla} unit="share" />
      <Figure figure={item.csat} unit="share" />
      <td className={classes.words}>
        {words.standing(item.fair)}
        {item.fair?.verdict != null && <VerdictWord verdict={item.fair.verdict} />}
      </td>
    </tr>
  );
}

function Figure({ figure, unit }: { readonly figure: AgentLine['solved']; readonly unit: Unit }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <td className={`${tableClasses.number} figures`}>
      {format.value(figure.value, unit)}
      {unit !== 'count' && <span className={classes.n}>{t('agent.n', { n: format.count(figure.n) })}</span>}
    </td>
  );
}
