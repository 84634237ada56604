import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { ZoneSelect } from '../../form/zone-select.tsx';
import { SideSheet } from '../../ui/side-sheet.tsx';
import { workspacesQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { idOfName, isWorkspaceId } from './workspace-id.ts';

/** A new workspace, with its maker as owner. Its id follows the name until it is typed. */
export function WorkspaceSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { name: '', id: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    validate: {
      name: (value) => (value.trim() === '' ? t('form.nameMissing') : null),
      id: (value) => (isWorkspaceId(value) ? null : t('settings.idHelp')),
    },
    send: (body) => call('create-workspace', { body }),
    onDone: async () => {
      void queryClient.invalidateQueries({ queryKey: workspacesQuery.queryKey });
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onClose();
    },
  });
  const { name, id, timeZone } = form.values;
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(440px, 100vw)" title={t('settings.newWorkspace')}>
      <form className={classes.sheet} onSubmit={onSubmit} noValidate>
        <TextInput
          label={t('form.name')}
          autoComplete="off"
          data-autofocus
          required
          withAsterisk={false}
          {...form.getInputProps('name')}
          onChange={(event) => {
            const next = event.currentTarget.value;
            form.setFieldValue('name', next);
            if (id === idOfName(name)) form.setFieldValue('id', idOfName(next));
          }}
        />
        <TextInput
          label={t('settings.id')}
          description={t('settings.idHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          spellCheck={false}
          required
          withAsterisk={false}
          {...form.getInputProps('id')}
        />
        <ZoneSelect
          label={t('settings.zone')}
          description={t('settings.workspaceZoneHelp')}
          value={timeZone}
          onChange={(zone) => form.setFieldValue('timeZone', zone)}
        />
        <ProblemNote error={error} />
        <div>
          <Button type="submit" size="xs" loading={pending}>
            {t('settings.create')}
          </Button>
        </div>
      </form>
    </SideSheet>
  );
}
