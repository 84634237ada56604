import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import type { Proof } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../reports/use-words.ts';
import { useNames } from '../state/use-names.ts';
import classes from './proof.module.css';
import { webAddress } from './web-address.ts';

interface Props {
  readonly proof: Proof;
  readonly detail?: AnswerOf<'get-ticket'>;
}

interface Line {
  readonly name: string;
  readonly value: string;
  /** Whose history the value leads to. */
  readonly customer?: string | null;
}

const shown = ['status', 'priority', 'type', 'channel', 'marketplace', 'store', 'team', 'agent', 'customer'] as const;

/** The ticket's own data, as it stands. */
export function Details({ proof, detail }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const words = useWords();
  if (detail === undefined) return null;
  const { ticket, labels } = detail;
  const atSource = webAddress(ticket.url);
  const lines: readonly Line[] = [
    ...shown.flatMap((id) =>
      ticket[id] === null
        ? []
        : [
            {
              name: words.dimension(id),
              value: names(id, ticket[id], labels),
              ...(id === 'customer' ? { customer: ticket.customer } : {}),
            },
          ],
    ),
    ...(ticket.createdAt === null
      ? []
      : [{ name: t('ticket.createdAt'), value: format.instant(ticket.createdAt, proof.timeZone) }]),
    ...(ticket.solvedAt === null
      ? []
      : [{ name: t('ticket.solvedAt'), value: format.instant(ticket.solvedAt, proof.timeZone) }]),
    // The source's verdict stands above the clocks.
    ...Object.entries(ticket.fields).flatMap(([name, value]) => (name === 'sourceSlaMet' ? [] : [{ name, value }])),
  ];
  return (
    <aside className={classes.details} aria-label={t('ticket.dimensions')}>
      <h2 className={classes.metric}>{t('ticket.dimensions')}</h2>
      <dl>
        {lines.map(({ name, value, customer = null }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {customer === null ? (
                value
              ) : (
                <Link to="/customers/$id" params={{ id: customer }}>
                  {value}
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {atSource !== null && (
        <a href={atSource} target="_blank" rel="noreferrer">
          {t('ticket.atSource')}
        </a>
      )}
    </aside>
  );
}
