import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { ticketsOf } from '../asking.ts';
import { CustomerLink } from '../customer-link.tsx';
import type { History } from '../queries.ts';
import classes from './history.module.css';

/** What is known of them, whatever the period. */
export function Traits({ customer }: { readonly customer: History['customer'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const instant = (at: string | null) => (at === null ? null : format.instant(at, zone));
  const { by, company, openTickets } = customer;
  const lines: readonly (readonly [name: string, value: ReactNode])[] = [
    [
      t('customer.openNow'),
      <strong key="open" className={classes.open}>
        {openTickets === null ? '–' : format.count(openTickets)}
      </strong>,
    ],
    [
      t('customer.ticketsInAll'),
      <Link key="tickets" to="/tickets" search={{ ...ticketsOf(customer), period: 'all' }}>
        {format.count(customer.tickets)}
      </Link>,
    ],
    [t('customer.people'), by === 'company' ? format.count(customer.customers) : null],
    [
      t('customer.company'),
      by === 'company' || company === null ? null : (
        <CustomerLink key="company" id={company} name={company} by="company" />
      ),
    ],
    [t('customer.type'), customer.customerType],
    [t('customer.tier'), customer.tier],
    [t('customer.region'), customer.region],
    [t('customer.country'), customer.country],
    [t('customer.language'), customer.language],
    [t('customer.firstContact'), instant(customer.firstContactAt)],
    [t('customer.lastContact'), instant(customer.lastContactAt)],
  ];
  return (
    <dl className={`${classes.traits} figures`}>
      {lines.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
