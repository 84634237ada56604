import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import type { Report } from '#domain/report/report.ts';
import { queryOf } from '#presentation/question/asking.ts';
import { addDays } from '#presentation/question/period.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { call } from '../api/client.ts';
import { kpisQuery } from '../api/queries.ts';
import { useWorkspace, useZone } from '../api/workspace.ts';
import formClasses from '../form/form.module.css';
import { ProblemNote } from '../form/problem-note.tsx';
import { SecretField } from '../form/secret-field.tsx';
import { showPassword } from '../form/show-password.ts';
import { useApiForm } from '../form/use-api-form.ts';
import { useFormat } from '../format/use-format.ts';
import { linksQuery } from '../settings/queries.ts';
import settingsClasses from '../settings/settings.module.css';
import { useUrl } from '../state/url.ts';
import { SideSheet } from '../ui/side-sheet.tsx';
import { queryToShare } from './query-to-share.ts';

type Made = AnswerOf<'create-link'>;

interface Props {
  readonly report: Report;
  readonly state: ReportState;
  readonly onClose: () => void;
}

/** A link for people without an account: what it shows, how long, and with which password. Then the link, this once. */
export function ShareSheet({ report, state, onClose }: Props) {
  const { t } = useTranslation();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(460px, 100vw)" title={t('share.shareTitle')}>
      {made === null ? (
        <ShareForm report={report} state={state} onMade={setMade} />
      ) : (
        <MadeLink made={made} onDone={onClose} />
      )}
    </SideSheet>
  );
}

const lives = [7, 30, 90, 365] as const;
const shortest = 8;

function ShareForm({ report, state, onMade }: Omit<Props, 'onClose'> & { readonly onMade: (made: Made) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search } = useUrl();
  const { timeZone } = useWorkspace();
  const queryClient = useQueryClient();
  const kpis = useQuery(kpisQuery).data ?? [];
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { title: format.text(report.title), expiresInDays: '30', password: '' },
    validate: {
      title: (value) => (value.trim() === '' ? t('share.titleMissing') : null),
      password: (value) => (value !== '' && value.length < shortest ? t('share.passwordShort', { n: shortest }) : null),
    },
    send: ({ title, expiresInDays, password }) =>
      call('create-link', {
        body: {
          report: report.id,
          query: queryToShare(queryOf(report, state, search, kpis), timeZone),
          title,
          expiresInDays: Number(expiresInDays),
          password: password === '' ? null : password,
        },
      }),
    onDone: (answer) => {
      void queryClient.invalidateQueries({ queryKey: linksQuery.queryKey });
      onMade(answer);
    },
  });
  return (
    <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
      <p className={settingsClasses.text}>
        {t('share.what', { period: format.range(state.period.from, addDays(state.period.to, -1)) })}
      </p>
      <TextInput
        label={t('share.title')}
        autoComplete="off"
        data-autofocus
        required
        withAsterisk={false}
        {...form.getInputProps('title')}
      />
      <NativeSelect
        label={t('access.expires')}
        {...form.getInputProps('expiresInDays')}
        data={lives.map((days) => ({ value: String(days), label: t('access.inDays', { count: days }) }))}
      />
      <PasswordInput
        label={t('share.password')}
        description={t('share.passwordHelp', { n: shortest })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="new-password"
        {...showPassword(t)}
        {...form.getInputProps('password')}
      />
      <ProblemNote error={error} />
      <div>
        <Button type="submit" size="xs" loading={pending}>
          {t('share.make')}
        </Button>
      </div>
    </form>
  );
}

function MadeLink({ made, onDone }: { readonly made: Made; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  return (
    <div className={settingsClasses.sheet}>
      <section className={settingsClasses.once} role="status">
        <p className={settingsClasses.onceTitle}>{t('share.made')}</p>
        <p className={settingsClasses.text}>
          {t('share.once', { when: format.instant(made.details.expiresAt, zone) })}{' '}
          {made.details.hasPassword && t('share.passwordApart')}
        </p>
        <SecretField label={t('share.link')} value={made.url} copy={t('common.copy')} />
      </section>
      <div className={formClasses.foot}>
        <Button size="xs" onClick={onDone}>
          {t('share.done')}
        </Button>
        <Link to="/settings/links">{t('share.seeAll')}</Link>
      </div>
    </div>
  );
}
