import { useTranslation } from 'react-i18next';
import type { CustomerGroup } from '#domain/report/customer-figures.ts';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { CustomerLink } from '../customer-link.tsx';
import type { History } from '../queries.ts';

interface Props {
  readonly subscriptions: NonNullable<History['subscriptions']>;
  readonly by: CustomerGroup;
}

/** What they subscribed to, from when to when; nothing where no source tells of subscriptions. */
export function Subscriptions({ subscriptions, by }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  if (subscriptions.length === 0) return null;
  return (
    <Card flush title={t('customer.subscriptions')}>
      <ScrollRegion label={t('customer.subscriptions')}>
        <table className={tableClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('customer.plan')}</th>
              {by === 'company' && <th scope="col">{t('customer.title')}</th>}
              <th scope="col" className={tableClasses.number}>
                {t('customer.monthly')}
              </th>
              <th scope="col" className={tableClasses.number}>
                {t('customer.started')}
              </th>
              <th scope="col" className={tableClasses.number}>
                {t('customer.ended')}
              </th>
            </tr>
          </thead>
          <tbody>
            {subscriptions.map(({ key, customer, plan, monthlyValue, startedAt, endedAt }) => (
              <tr key={`${key} ${startedAt}`}>
                <th scope="row">{plan ?? '–'}</th>
                {by === 'company' && (
                  <td>{customer === null ? '–' : <CustomerLink id={customer} name={customer} by="customer" />}</td>
                )}
                <td className={tableClasses.number}>{format.value(monthlyValue, 'money')}</td>
                <td className={tableClasses.number}>{startedAt === null ? '–' : format.instant(startedAt, zone)}</td>
                <td className={tableClasses.number}>
                  {endedAt === null ? t('customer.lasts') : format.instant(endedAt, zone)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}
