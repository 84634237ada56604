import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '#domain/report/dashboard.ts';
import { type DashboardSummary, dashboardsQuery } from '../dashboards/queries.ts';
import formClasses from '../form/form.module.css';
import { ProblemNote } from '../form/problem-note.tsx';
import { useApiForm } from '../form/use-api-form.ts';
import settingsClasses from '../settings/settings.module.css';
import { ProblemView } from '../ui/problem-view.tsx';
import { SideSheet } from '../ui/side-sheet.tsx';
import { addToDashboard, makeDashboardOf } from './add-to-dashboard.ts';

interface Props {
  readonly view: Pick<ReportView, 'report' | 'query' | 'picture'>;
  readonly title: string;
  readonly onClose: () => void;
}

/** On which dashboard a report is put, and under which title. */
export function AddSheet(props: Props) {
  const { t } = useTranslation();
  const answer = useQuery(dashboardsQuery);
  const [added, setAdded] = useState<string | null>(null);
  return (
    <SideSheet opened onClose={props.onClose} side="right" size="min(460px, 100vw)" title={t('saved.addTitle')}>
      {added !== null ? (
        <div className={settingsClasses.sheet}>
          <p role="status">{t('saved.added')}</p>
          <div className={formClasses.foot}>
            <Link to="/dashboards/$id" params={{ id: added }}>
              {t('saved.openDashboard')}
            </Link>
          </div>
        </div>
      ) : answer.data !== undefined ? (
        <AddForm {...props} dashboards={answer.data.filter(({ mayChange }) => mayChange)} onAdded={setAdded} />
      ) : answer.isError ? (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <Skeleton height={160} />
      )}
    </SideSheet>
  );
}

interface FormProps extends Props {
  readonly dashboards: readonly DashboardSummary[];
  readonly onAdded: (id: string) => void;
}

function AddForm({ view, title, dashboards, onAdded }: FormProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { dashboard: dashboards[0]?.id ?? '', name: t('dashboard.newTitle'), title },
    validate: {
      name: (value, { dashboard }) => (dashboard === '' && value.trim() === '' ? t('saved.titleMissing') : null),
    },
    send: (values) => {
      const tile = {
        ...view,
        title: values.title.trim() === '' || values.title === title ? null : values.title.trim(),
      };
      const named = view.report === null ? { ...tile, title: values.title.trim() || title } : tile;
      return values.dashboard === ''
        ? makeDashboardOf(values.name.trim(), named)
        : addToDashboard(values.dashboard, named);
    },
    onDone: async (id) => {
      await Promise.all(
        [['dashboards'], ['dashboard', id]].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
      onAdded(id);
    },
  });
  return (
    <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
      <NativeSelect
        label={t('common.dashboard')}
        {...form.getInputProps('dashboard')}
        data={[
          ...dashboards.map((each) => ({ value: each.id, label: each.title })),
          { value: '', label: t('saved.newDashboard') },
        ]}
      />
      {form.values.dashboard === '' && (
        <TextInput label={t('saved.dashboardName')} autoComplete="off" {...form.getInputProps('name')} />
      )}
      <TextInput label={t('saved.tileTitle')} autoComplete="off" {...form.getInputProps('title')} />
      <p className={settingsClasses.text}>{t('saved.addLead')}</p>
      <ProblemNote error={error} />
      <div>
        <Button type="submit" size="xs" loading={pending}>
          {t('saved.add')}
        </Button>
      </div>
    </form>
  );
}
