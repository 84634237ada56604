import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { type TokenScope, tokenScopes } from '#domain/access/permission.ts';
import { call } from '../../api/client.ts';
import { Choices } from '../../form/choices.tsx';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { SideSheet } from '../../ui/side-sheet.tsx';
import { tokensQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { MadeToken } from './made-token.tsx';

type Made = AnswerOf<'create-token'>;

/** What a token is for, what it may do and how long; then the token itself, this once. */
export function TokenSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(520px, 100vw)" title={t('token.create')}>
      {made === null ? <TokenForm onMade={setMade} /> : <MadeToken made={made} onDone={onClose} />}
    </SideSheet>
  );
}

const lives = [30, 90, 365, null] as const;

function TokenForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { name: '', scope: 'read' as TokenScope, expiresInDays: '365' },
    validate: { name: (value) => (value.trim() === '' ? t('form.nameMissing') : null) },
    send: ({ name, scope, expiresInDays }) =>
      call('create-token', {
        body: { name, scope, expiresInDays: expiresInDays === '' ? null : Number(expiresInDays) },
      }),
    onDone: (made) => {
      void queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey });
      onMade(made);
    },
  });
  return (
    <form className={classes.sheet} onSubmit={onSubmit} noValidate>
      <TextInput
        label={t('form.name')}
        description={t('token.nameHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        data-autofocus
        required
        withAsterisk={false}
        {...form.getInputProps('name')}
      />
      <Choices
        legend={t('token.scope')}
        value={form.values.scope}
        onChange={(scope) => form.setFieldValue('scope', scope)}
        choices={tokenScopes.map((value) => ({
          value,
          label: t(`token.scopes.${value}`),
          help: t(`token.scopeHelp.${value}`),
        }))}
      />
      <NativeSelect
        label={t('access.expires')}
        {...form.getInputProps('expiresInDays')}
        data={lives.map((days) => ({
          value: days === null ? '' : String(days),
          label: days === null ? t('access.never') : t('access.inDays', { count: days }),
        }))}
      />
      <ProblemNote error={error} />
      <div>
        <Button type="submit" size="xs" loading={pending}>
          {t('token.create')}
        </Button>
      </div>
    </form>
  );
}
