import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import settingsClasses from '../settings/settings.module.css';
import { SideSheet } from '../ui/side-sheet.tsx';
import { followUpsQuery, type Note, notesQuery } from './queries.ts';

interface Props {
  readonly agent: string;
  /** Null: a new one. */
  readonly note: Note | null;
  readonly onClose: () => void;
}

export function NoteSheet({ agent, note, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: {
      text: note?.text ?? '',
      visibility: note?.visibility ?? ('managers' as 'shared' | 'managers'),
      followUpOn: note?.followUpOn ?? '',
    },
    validate: { text: (value) => (value.trim() === '' ? t('agent.textMissing') : null) },
    send: ({ followUpOn, ...values }) => {
      const body = { ...values, followUpOn: followUpOn === '' ? null : followUpOn };
      return note === null
        ? call('write-note', { params: { id: agent }, body })
        : call('update-note', { params: { id: agent, note: note.id }, body });
    },
    onDone: async () => {
      await queryClient.invalidateQueries({ queryKey: notesQuery(agent).queryKey });
      await queryClient.invalidateQueries({ queryKey: followUpsQuery.queryKey });
      onClose();
    },
  });
  const title = note === null ? t('agent.write') : t('agent.rewrite');
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(460px, 100vw)" title={title}>
      <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
        <Textarea label={t('agent.text')} autosize minRows={4} data-autofocus {...form.getInputProps('text')} />
        <NativeSelect
          label={t('agent.visibility')}
          value={form.values.visibility}
          onChange={(event) =>
            form.setFieldValue('visibility', event.currentTarget.value === 'shared' ? 'shared' : 'managers')
          }
          data={(['managers', 'shared'] as const).map((value) => ({ value, label: t(`agent.visibilities.${value}`) }))}
        />
        <TextInput type="date" label={t('agent.followUpOn')} {...form.getInputProps('followUpOn')} />
        <ProblemNote error={error} />
        <div>
          <Button type="submit" size="xs" loading={pending}>
            {t('agent.save')}
          </Button>
        </div>
      </form>
    </SideSheet>
  );
}
