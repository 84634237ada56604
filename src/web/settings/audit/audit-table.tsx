import { Button } from '@mantine/core';
import { Fragment, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import type { AuditEntry } from '../queries.ts';
import classes from './audit.module.css';
import { useActorName, useAuditSentence } from './use-audit-sentence.ts';

/** Entries as sentences; the details as they were written, on demand. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useTranslation();
  return (
    <ScrollRegion label={t('settings.audit')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.actor')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('security.address')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('audit.details')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const sentence = useAuditSentence();
  const actor = useActorName();
  const rawId = useId();
  const [open, setOpen] = useState(false);
  const when = format.exactInstant(entry.at, zone);
  const { action, subject, details } = entry;
  return (
    <Fragment>
      <tr>
        <td className="figures">
          <time dateTime={entry.at}>{when}</time>
        </td>
        <td>{actor(entry.actor)}</td>
        <td className={classes.what}>{sentence(entry)}</td>
        <td className="figures">{entry.address ?? '–'}</td>
        <td>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            aria-expanded={open}
            aria-controls={open ? rawId : undefined}
            onClick={() => setOpen(!open)}
          >
            {t('audit.details')}
            <span className="visually-hidden">, {when}</span>
          </Button>
        </td>
      </tr>
      {open && (
        <tr className={classes.details}>
          <td colSpan={5} id={rawId}>
            <pre className={classes.raw}>{JSON.stringify({ action, subject, details }, null, 2)}</pre>
          </td>
        </tr>
      )}
    </Fragment>
  );
}
