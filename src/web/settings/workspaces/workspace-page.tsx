import { Checkbox, Skeleton, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { ZoneSelect } from '../../form/zone-select.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { workspaceQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';

/** Name, zone, and what agents see of each other. */
export function WorkspacePage() {
  const { t } = useTranslation();
  const answer = useQuery(workspaceQuery);
  return (
    <SettingsPage title={t('settings.workspace')} lead={t('settings.workspaceLead')}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={240} radius="md" />}
      {answer.data !== undefined && (
        <Card>
          <WorkspaceForm workspace={answer.data} />
        </Card>
      )}
    </SettingsPage>
  );
}

function WorkspaceForm({ workspace }: { readonly workspace: AnswerOf<'get-workspace'> }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { name, timeZone, agentsSeeNames } = workspace;
  const { form, onSubmit, pending, done, error } = useApiForm({
    initialValues: { name, timeZone, agentsSeeNames },
    validate: { name: (value) => (value.trim() === '' ? t('form.nameMissing') : null) },
    send: (body) => call('update-workspace', { body }),
    onDone: async (changed) => {
      queryClient.setQueryData(workspaceQuery.queryKey, changed);
      form.resetDirty();
      // Days and names of every figure may have moved with it.
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== workspaceQuery.queryKey[0] });
    },
  });
  return (
    <form className={`${formClasses.form} ${classes.fields}`} onSubmit={onSubmit} noValidate>
      <TextInput label={t('form.name')} required withAsterisk={false} {...form.getInputProps('name')} />
      <ZoneSelect
        label={t('settings.zone')}
        description={t('settings.workspaceZoneHelp')}
        value={form.values.timeZone}
        onChange={(zone) => form.setFieldValue('timeZone', zone)}
      />
      <Checkbox
        label={t('settings.agentsSeeNames')}
        description={t('settings.agentsSeeNamesHelp')}
        {...form.getInputProps('agentsSeeNames', { type: 'checkbox' })}
      />
      <ProblemNote error={error} />
      <SaveBar pending={pending} saved={done && !form.isDirty()} />
    </form>
  );
}
