import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client.ts';
import { useZone } from '../../../api/workspace.ts';
import { Confirm } from '../../../form/confirm.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import tableClasses from '../../../ui/table.module.css';
import settingsClasses from '../../settings.module.css';
import { type PolicyDetail, policiesQuery, policyQuery } from '../queries.ts';
import { ChangesSheet } from './changes-sheet.tsx';

interface Props {
  readonly detail: PolicyDetail;
  readonly edits: boolean;
}

/** Every version of a policy, the newest first: compared with the one before, or made the next. */
export function VersionsCard({ detail, edits }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const queryClient = useQueryClient();
  const [comparing, setComparing] = useState<number | null>(null);
  const [restoring, setRestoring] = useState<number | null>(null);
  const { versions, inForce, version: newest, policy } = detail;
  const { id } = policy;
  const quiet = { variant: 'subtle', color: 'gray', size: 'compact-xs' } as const;
  return (
    <Card flush title={t('policy.versions')}>
      <ScrollRegion label={t('policy.versions')}>
        <table className={tableClasses.table}>
          <tbody>
            {versions.map((each) => (
              <tr key={each.version}>
                <th scope="row">
                  {t('policy.versionN', { n: each.version })}{' '}
                  {each.version === inForce && <span className={settingsClasses.badge}>{t('policy.inForce')}</span>}
                  {each.policy.retired === true && <span className={settingsClasses.badge}>{t('policy.ended')}</span>}
                </th>
                <td>
                  {t('policy.versionFrom', { when: format.instant(each.policy.effectiveFrom, zone) })}
                  <span className={tableClasses.sub}>
                    {t('policy.versionWritten', { when: format.instant(each.createdAt, zone) })}
                  </span>
                </td>
                <td>
                  <div className={settingsClasses.rowActions}>
                    {each.version > 1 && (
                      <Button
                        {...quiet}
                        aria-label={t('policy.compareN', { n: each.version })}
                        onClick={() => setComparing(each.version)}
                      >
                        {t('policy.compare')}
                      </Button>
                    )}
                    {edits && each.version !== newest && each.policy.retired !== true && (
                      <Button {...quiet} onClick={() => setRestoring(each.version)}>
                        {t('policy.restore')}
                        <span className="visually-hidden"> {each.version}</span>
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {comparing !== null && (
        <ChangesSheet
          id={id}
          version={comparing}
          versions={versions.map((each) => each.version)}
          onClose={() => setComparing(null)}
        />
      )}
      {restoring !== null && (
        <Confirm
          title={t('policy.restoreTitle', { n: restoring })}
          lead={t('policy.restoreLead')}
          action={t('policy.restore')}
          run={async () => {
            const body = { version: restoring };
            const restored = await call('restore-policy', { params: { id }, body }, { ifMatch: newest });
            queryClient.setQueryData(policyQuery(id).queryKey, restored);
          }}
          onDone={() => {
            void queryClient.invalidateQueries({ queryKey: policiesQuery.queryKey, exact: true });
            void queryClient.invalidateQueries({ queryKey: ['figures'] });
          }}
          onClose={() => setRestoring(null)}
        />
      )}
    </Card>
  );
}
