import { Button, Menu, Skeleton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import settingsClasses from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';
import { newestByKind } from './newest-of.ts';
import { PolicyList } from './policy-list.tsx';
import { PresetSheet } from './preset-sheet.tsx';
import { policiesQuery } from './queries.ts';

/** Every policy by its kind, in order of precedence; those who may put them in another. */
export function PoliciesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const answer = useQuery(policiesQuery);
  const [choosing, setChoosing] = useState(false);
  const { data } = answer;
  const edits = may('manage-rules');
  const add = (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('policy.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item renderRoot={(props) => <Link to="/settings/policies/$id" params={{ id: 'new' }} {...props} />}>
          {t('policy.blank')}
        </Menu.Item>
        <Menu.Item onClick={() => setChoosing(true)}>{t('policy.fromPreset')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <SettingsPage title={t('policy.title')} lead={t('policy.lead')} actions={edits && add}>
      {!edits && <p className={settingsClasses.text}>{t('policy.readOnly')}</p>}
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={240} radius="md" />}
      {data?.items.length === 0 && (
        <Card flush>
          <EmptyState title={t('policy.none')} action={edits && add}>
            {t('policy.noneLead')}
          </EmptyState>
        </Card>
      )}
      {data !== undefined &&
        data.items.length > 0 &&
        newestByKind(data.items).map(({ kind, policies }) => (
          <Card key={kind} flush title={t(`policy.kinds.${kind}`)} help={t(`policy.kindHelp.${kind}`)}>
            <PolicyList list={data} policies={policies} edits={edits} />
          </Card>
        ))}
      {choosing && <PresetSheet onClose={() => setChoosing(false)} />}
    </SettingsPage>
  );
}
