import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { useFormat } from '../../format/use-format.ts';
import settingsClasses from '../../settings/settings.module.css';
import { SideSheet } from '../../ui/side-sheet.tsx';

interface Props {
  readonly what: { readonly upTo: number; readonly ids?: number[]; readonly code?: string };
  readonly count: number;
  readonly onClose: () => void;
}

/** Gives rejected events up, with the reason that the audit log keeps. */
export function DiscardSheet({ what, count, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const queryClient = useQueryClient();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() === '' ? t('deadLetter.reasonMissing') : null) },
    send: ({ reason }) => call('discard-dead-letters', { body: { ...what, reason } }),
    onDone: async () => {
      await queryClient.invalidateQueries({ queryKey: ['dead-letters'] });
      onClose();
    },
  });
  const n = format.count(count);
  return (
    <SideSheet
      opened
      onClose={onClose}
      side="right"
      size="min(440px, 100vw)"
      title={t('deadLetter.discardTitle', { count, n })}
    >
      <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
        <p className={settingsClasses.text}>{t('deadLetter.discardLead')}</p>
        <TextInput
          label={t('deadLetter.why')}
          placeholder={t('deadLetter.whyHint')}
          autoComplete="off"
          data-autofocus
          required
          withAsterisk={false}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        <ProblemNote error={error} />
        <div>
          <Button type="submit" size="xs" color="var(--v-breached)" loading={pending}>
            {t('deadLetter.discardAll', { count, n })}
          </Button>
        </div>
      </form>
    </SideSheet>
  );
}
