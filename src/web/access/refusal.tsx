import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type PermissionId, permissions } from '#domain/access/permission.ts';
import type { Role } from '#domain/access/role.ts';
import { mayIn, useSession } from '../api/session.ts';
import { useFormat } from '../format/use-format.ts';
import { Page } from '../ui/page.tsx';
import classes from './refusal.module.css';
import { useRoleText } from './use-role-text.ts';

/** A page the reader may not see: what it needs, what they are, and whom to ask. */
export function Refusal({ permission }: { readonly permission: PermissionId }) {
  const { t } = useTranslation();
  const format = useFormat();
  const roleText = useRoleText();
  const session = useSession();
  const { workspace } = session;
  const { help } = permissions[permission];
  const able: readonly Role[] = permissions[permission].roles;
  const labels = able.map((each) => roleText(each).label);
  const role = workspace?.role ?? null;
  return (
    <Page title={t('access.refused')} lead={t('access.refusedLead')}>
      <dl className={classes.facts}>
        <div>
          <dt>{t('access.needs')}</dt>
          <dd>{format.text(help)}</dd>
        </div>
        {role !== null && workspace !== null && (
          <div>
            <dt>{t('access.yourRole', { workspace: workspace.name })}</dt>
            <dd>{t('common.pair', { name: roleText(role).label, value: roleText(role).help })}</dd>
          </div>
        )}
        <div>
          <dt>{t('access.whoMay')}</dt>
          <dd>{labels.length === 0 ? t('access.operators') : format.list(labels)}</dd>
        </div>
        <div>
          <dt>{t('access.whomToAsk')}</dt>
          <dd>
            {labels.length === 0 ? t('access.askOperator') : t('access.askAdmin', { workspace: workspace?.name ?? '' })}
          </dd>
        </div>
      </dl>
      {mayIn(session, 'read-reports') && (
        <Button renderRoot={(props) => <Link to="/" {...props} />} variant="default" size="xs">
          {t('common.backToOverview')}
        </Button>
      )}
    </Page>
  );
}
