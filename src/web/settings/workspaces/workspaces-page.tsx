import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEnterWorkspace } from '../../access/use-enter-workspace.ts';
import { useRoleText } from '../../access/use-role-text.ts';
import { useSession } from '../../api/session.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { workspacesQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';
import { WorkspaceSheet } from './workspace-sheet.tsx';

/** Every workspace of the installation, for its operators: each keeps its data, rules and members to itself. */
export function WorkspacesPage() {
  const { t } = useTranslation();
  const answer = useQuery(workspacesQuery);
  const [making, { open, close }] = useDisclosure(false);
  return (
    <SettingsPage
      title={t('settings.workspaces')}
      lead={t('settings.workspacesLead')}
      actions={
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={open}>
          {t('settings.newWorkspace')}
        </Button>
      }
    >
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={120} radius="md" />}
      {answer.data !== undefined && (
        <Card flush>
          <ScrollRegion label={t('settings.workspaces')}>
            <table className={tableClasses.table}>
              <thead>
                <tr>
                  <th scope="col">{t('form.name')}</th>
                  <th scope="col">{t('settings.zone')}</th>
                  <th scope="col">{t('settings.yourRole')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('access.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {answer.data.map(({ id, name, timeZone }) => (
                  <Row key={id} id={id} name={name} timeZone={timeZone} />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </Card>
      )}
      {making && <WorkspaceSheet onClose={close} />}
    </SettingsPage>
  );
}

interface RowProps {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

function Row({ id, name, timeZone }: RowProps) {
  const { t } = useTranslation();
  const roleText = useRoleText();
  const { workspace, workspaces } = useSession();
  const enter = useEnterWorkspace();
  const role = workspaces.find((each) => each.id === id)?.role;
  return (
    <tr>
      <th scope="row">
        {name} {workspace?.id === id && <span className={classes.badge}>{t('settings.here')}</span>}
        <span className={tableClasses.sub}>{id}</span>
      </th>
      <td>{timeZone}</td>
      <td>{role === undefined ? '–' : roleText(role).label}</td>
      <td>
        {role !== undefined && workspace?.id !== id && (
          <div className={classes.rowActions}>
            <Button variant="subtle" size="compact-xs" onClick={() => void enter(id)}>
              {t('common.open')}
              <span className="visually-hidden">, {name}</span>
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
