import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import type { WallLayout } from '#contract/wall-layouts.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { Picture } from '#domain/report/report.ts';
import { call } from '../api/client.ts';
import { useZone } from '../api/workspace.ts';
import formClasses from '../form/form.module.css';
import { ProblemNote } from '../form/problem-note.tsx';
import { SecretField } from '../form/secret-field.tsx';
import { showPassword } from '../form/show-password.ts';
import { useApiForm } from '../form/use-api-form.ts';
import { useFormat } from '../format/use-format.ts';
import { linksQuery } from '../settings/queries.ts';
import settingsClasses from '../settings/settings.module.css';
import { SideSheet } from '../ui/side-sheet.tsx';

type Made = AnswerOf<'create-link'>;
type Query = Readonly<Record<string, string>>;

interface Shared {
  /** A report of the catalogue, one of the reader's own, a dashboard or the wallboard, and what of it is shown. */
  readonly shared:
    | { readonly report: string; readonly query: Query }
    | { readonly picture: Picture; readonly query: Query }
    | { readonly dashboard: string; readonly query: Query }
    | { readonly wall: WallLayout; readonly filter?: Filter };
  /** The title until another is typed. */
  readonly title: string;
  /** What whoever has the link will see. */
  readonly what: string;
}

interface Props extends Shared {
  readonly heading: string;
  readonly onClose: () => void;
}

/** A link for people without an account: what it shows, how long, and with which password. Then the link, this once. */
export function LinkSheet({ heading, onClose, ...shared }: Props) {
  const [made, setMade] = useState<Made | null>(null);
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(460px, 100vw)" title={heading}>
      {made === null ? <LinkForm {...shared} onMade={setMade} /> : <MadeLink made={made} onDone={onClose} />}
    </SideSheet>
  );
}

const lives = [7, 30, 90, 365] as const;
const shortest = 8;

function LinkForm({ shared, title: suggested, what, onMade }: Shared & { readonly onMade: (made: Made) => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { title: suggested, expiresInDays: '30', password: '' },
    validate: {
      title: (value) => (value.trim() === '' ? t('share.titleMissing') : null),
      password: (value) => (value !== '' && value.length < shortest ? t('share.passwordShort', { n: shortest }) : null),
    },
    send: ({ title, expiresInDays, password }) => {
      const life = { title, expiresInDays: Number(expiresInDays), password: password === '' ? null : password };
      return call('create-link', { body: { ...shared, ...life } });
    },
    onDone: (answer) => {
      void queryClient.invalidateQueries({ queryKey: linksQuery.queryKey });
      onMade(answer);
    },
  });
  return (
    <form className={settingsClasses.sheet} onSubmit={onSubmit} noValidate>
      <p className={settingsClasses.text}>{what}</p>
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
