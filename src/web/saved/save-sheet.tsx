import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '#domain/report/dashboard.ts';
import { call } from '../api/client.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import settingsClasses from '../settings/settings.module.css';
import { useUrl } from '../state/url.ts';
import { SideSheet } from '../ui/side-sheet.tsx';
import { savedReportsQuery } from './queries.ts';
import { VisibilitySelect } from './visibility-select.tsx';

interface Props {
  readonly view: Pick<ReportView, 'report' | 'query' | 'picture'>;
  readonly title: string;
  readonly onClose: () => void;
}

/** A name for a report, and who sees it. */
export function SaveSheet({ view, title, onClose }: Props) {
  const { t } = useTranslation();
  const { patch } = useUrl();
  const queryClient = useQueryClient();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { title, description: '', visibility: 'own' as 'own' | 'workspace' },
    validate: { title: (value) => (value.trim() === '' ? t('saved.titleMissing') : null) },
    send: (values) => call('save-report', { body: { ...view, ...values } }),
    onDone: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: savedReportsQuery.queryKey });
      patch({ saved: id });
      onClose();
    },
  });
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(460px, 100vw)" title={t('saved.saveTitle')}>
      <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
        <p className={settingsClasses.text}>{t('saved.saveLead')}</p>
        <TextInput label={t('saved.title')} autoComplete="off" data-autofocus {...form.getInputProps('title')} />
        <Textarea label={t('saved.description')} autosize minRows={2} {...form.getInputProps('description')} />
        <VisibilitySelect
          value={form.values.visibility}
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
