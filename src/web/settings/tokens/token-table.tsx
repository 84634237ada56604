import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import type { Token } from '../queries.ts';
import classes from '../settings.module.css';

interface Props {
  readonly tokens: readonly Token[];
  readonly onRevoke: (token: Token) => void;
}

export function TokenTable({ tokens, onRevoke }: Props) {
  const { t } = useTranslation();
  return (
    <ScrollRegion label={t('settings.tokens')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('form.name')}</th>
            <th scope="col">{t('token.scope')}</th>
            <th scope="col">{t('access.createdBy')}</th>
            <th scope="col" className={tableClasses.number}>
              {t('token.lastUsed')}
            </th>
            <th scope="col" className={tableClasses.number}>
              {t('access.expires')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('access.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <Row key={token.id} token={token} onRevoke={() => onRevoke(token)} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Told ahead, so that a program does not stop by surprise. */
const soon = 14 * 86_400_000;

function Row({ token, onRevoke }: { readonly token: Token; readonly onRevoke: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const { name, hint, scope, createdBy, lastUsedAt, expiresAt } = token;
  const left = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - Date.now();
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={tableClasses.sub}>…{hint}</span>
      </th>
      <td>{t(`token.scopes.${scope}`)}</td>
      <td>{createdBy ?? '–'}</td>
      <td className={tableClasses.number}>
        {lastUsedAt === null ? t('access.never') : format.instant(lastUsedAt, zone)}
      </td>
      <td className={tableClasses.number}>
        {expiresAt === null ? (
          t('access.never')
        ) : (
          <span className={left < soon ? `${classes.badge} ${classes.due}` : undefined}>
            {left < 0 ? t('access.expired') : format.instant(expiresAt, zone)}
          </span>
        )}
      </td>
      <td>
        <div className={classes.rowActions}>
          <Button variant="subtle" color="gray" size="compact-xs" onClick={onRevoke}>
            {t('token.revoke')}
            <span className="visually-hidden">, {name}</span>
          </Button>
        </div>
      </td>
    </tr>
  );
}
