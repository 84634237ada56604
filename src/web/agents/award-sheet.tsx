import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type AgentKpi, agentKpis } from '#domain/agents/agent-figures.ts';
import { call } from '../api/client.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import settingsClasses from '../settings/settings.module.css';
import { SideSheet } from '../ui/side-sheet.tsx';
import { recognitionsQuery } from './queries.ts';
import { useKpiName } from './use-kpi-name.ts';
import { useLastMonth } from './use-last-month.ts';

interface Props {
  readonly agent: string;
  readonly name: string;
  readonly team: string | null;
  readonly onClose: () => void;
}

export function AwardSheet({ agent, name, team, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const kpiName = useKpiName();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { month: useLastMonth(), kpi: 'sla-compliance' as AgentKpi, text: '' },
    validate: { text: (value) => (value.trim() === '' ? t('agent.wordsMissing') : null) },
    send: (values) => call('award-recognition', { params: { id: agent }, body: { ...values, team } }),
    onDone: async () => {
      await queryClient.invalidateQueries({ queryKey: recognitionsQuery(agent).queryKey });
      onClose();
    },
  });
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(460px, 100vw)" title={t('agent.awardTitle', { name })}>
      <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
        <p className={settingsClasses.text}>{t('agent.awardLead')}</p>
        <TextInput type="month" label={t('agent.month')} {...form.getInputProps('month')} />
        <NativeSelect
          label={t('agent.kpi')}
          {...form.getInputProps('kpi')}
          data={agentKpis.map((value) => ({ value, label: kpiName(value) }))}
        />
        <Textarea label={t('agent.words')} autosize minRows={3} data-autofocus {...form.getInputProps('text')} />
        <ProblemNote error={error} />
        <div>
          <Button type="submit" size="xs" loading={pending}>
            {t('agent.award')}
          </Button>
        </div>
      </form>
    </SideSheet>
  );
}
