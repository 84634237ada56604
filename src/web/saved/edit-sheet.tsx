import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import settingsClasses from '../settings/settings.module.css';
import { SideSheet } from '../ui/side-sheet.tsx';
import type { SavedReport } from './queries.ts';
import { VisibilitySelect } from './visibility-select.tsx';

interface Props {
  readonly saved: SavedReport;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Another name, description or audience of a saved report. */
export function EditSheet({ saved, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const { title, description, visibility } = saved;
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { title, description, visibility },
    validate: { title: (value) => (value.trim() === '' ? t('saved.titleMissing') : null) },
    send: (body) => call('update-saved-report', { params: { id: saved.id }, body }),
    onDone: () => {
      onDone();
      onClose();
    },
  });
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(460px, 100vw)" title={t('saved.edit')}>
      <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
        <TextInput label={t('saved.title')} autoComplete="off" data-autofocus {...form.getInputProps('title')} />
        <Textarea label={t('saved.description')} autosize minRows={2} {...form.getInputProps('description')} />
        <VisibilitySelect
          value={form.values.visibility}
          disabled={!saved.mayManage}
          onChange={(value) => form.setFieldValue('visibility', value === 'own' ? 'own' : 'workspace')}
        />
        <ProblemNote error={error} />
        <div>
          <Button type="submit" size="xs" loading={pending}>
            {t('saved.save')}
          </Button>
        </div>
      </form>
    </SideSheet>
  );
}
