import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TicketItem } from '#contract/schemas/ticket.ts';
import type { TicketPage } from '../api/queries.ts';
import { useZone } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useNames } from '../state/use-names.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import { Verdict } from '../ui/verdict.tsx';

interface Props {
  readonly page: TicketPage;
  /** Fewer columns, for the drawer. */
  readonly dense?: boolean;
  /** What the tickets are, where a page lists others too. */
  readonly label?: string;
}

export function TicketTable({ page, dense = false, label }: Props) {
  const { t } = useTranslation();
  const withSource = page.items.some(({ sourceSlaMet }) => sourceSlaMet !== null);
  const withReply = !dense && page.items.some(({ firstReplySeconds }) => firstReplySeconds !== null);
  return (
    <ScrollRegion label={label ?? t('ticket.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('ticket.key')}</th>
            <th scope="col">{t('ticket.sla')}</th>
            {withSource && <th scope="col">{t('ticket.source')}</th>}
            {!dense && <th scope="col">{t('ticket.status')}</th>}
            <th scope="col">{t('ticket.priority')}</th>
            {!dense && <th scope="col">{t('ticket.team')}</th>}
            <th scope="col">{t('ticket.agent')}</th>
            <th scope="col" className={tableClasses.number}>
              {t('ticket.createdAt')}
            </th>
            {withReply && (
              <th scope="col" className={tableClasses.number}>
                {t('ticket.firstReply')}
              </th>
            )}
            <th scope="col" className={tableClasses.number}>
              {t('ticket.resolution')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.items.map((item) => (
            <Row
              key={item.key}
              item={item}
              labels={page.labels}
              dense={dense}
              withSource={withSource}
              withReply={withReply}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface RowProps {
  readonly item: TicketItem;
  readonly labels: TicketPage['labels'];
  readonly dense: boolean;
  readonly withSource: boolean;
  readonly withReply: boolean;
}

function Row({ item, labels, dense, withSource, withReply }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const zone = useZone();
  const seconds = (value: number | null) => (value === null ? '–' : format.duration(value, 'calendar'));
  return (
    <tr>
      <th scope="row" className={tableClasses.key}>
        <Link to="/tickets/$key" params={{ key: item.key }}>
          {item.key}
        </Link>
        {item.subject !== null && <span className={tableClasses.sub}>{item.subject}</span>}
      </th>
      <td>
        <Verdict kind={item.sla ?? 'none'} iconOnly={dense} />
      </td>
      {withSource && (
        <td>
          {item.sourceSlaMet === null ? (
            '–'
          ) : (
            <Verdict
              kind={item.sourceSlaMet ? 'met' : 'breached'}
              label={item.sourceSlaMet ? t('ticket.sourceMet') : t('ticket.sourceMissed')}
              iconOnly={dense}
            />
          )}
        </td>
      )}
      {!dense && <td>{names('status', item.status)}</td>}
      <td>{names('priority', item.priority)}</td>
      {!dense && <td>{names('team', item.team, labels)}</td>}
      <td>{names('agent', item.agent, labels)}</td>
      <td className={tableClasses.number}>{item.createdAt === null ? '–' : format.instant(item.createdAt, zone)}</td>
      {withReply && <td className={tableClasses.number}>{seconds(item.firstReplySeconds)}</td>}
      <td className={tableClasses.number}>{seconds(item.fullResolutionSeconds)}</td>
    </tr>
  );
}
