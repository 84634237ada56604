import { TextInput, type TextInputProps } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';
import { Choices } from '../../form/choices.tsx';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import { SaveBar } from '../../form/save-bar.tsx';
import { SecretField } from '../../form/secret-field.tsx';
import { Card } from '../../ui/card.tsx';
import classes from '../settings.module.css';
import { type HookDraft, settingsOf } from './draft.ts';
import { MappingCard } from './mapping-card.tsx';

interface Props {
  readonly initial: HookDraft;
  /** Null: a new one. */
  readonly id: string | null;
  /** The version that is changed. */
  readonly version: number;
  readonly address: string | null;
  readonly onMade: (made: AnswerOf<'create-hook'>) => void;
  readonly onSaved: () => void;
}

export function HookEditor({ initial, id, version, address, onMade, onSaved }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const [changed, setChanged] = useState(version);
  const saving = useMutation({
    mutationFn: async () => {
      const body = settingsOf(draft);
      if (id === null) onMade(await call('create-hook', { body }));
      else setChanged((await call('update-hook', { params: { id }, body }, { ifMatch: changed })).version);
    },
    onSuccess: onSaved,
  });
  const missing = {
    name: draft.name.trim() === '' ? t('form.nameMissing') : null,
    source: draft.source.trim() === '' ? t('hook.sourceMissing') : null,
    header: /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(draft.header.trim()) ? null : t('hook.headerBad'),
  };
  const change = (part: Partial<HookDraft>) => {
    setDraft({ ...draft, ...part });
    saving.reset();
  };
  return (
    <form
      className={formClasses.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const isReady = missing.name === null && missing.source === null && missing.header === null;
        if (isReady) saving.mutate();
      }}
    >
      <Card title={t('hook.general')}>
        <div className={classes.fields}>
          {address !== null && <SecretField label={t('hook.address')} value={address} copy={t('common.copy')} />}
          <General draft={draft} problems={tried ? missing : null} onChange={change} />
        </div>
      </Card>
      <MappingCard draft={draft} id={id} onChange={change} />
      <ProblemNote error={saving.error} />
      <SaveBar label={t(id === null ? 'hook.make' : 'hook.save')} pending={saving.isPending} saved={saving.isSuccess} />
    </form>
  );
}

interface GeneralProps {
  readonly draft: HookDraft;
  readonly problems: Readonly<Record<'name' | 'source' | 'header', string | null>> | null;
  readonly onChange: (part: Partial<HookDraft>) => void;
}

function General({ draft, problems, onChange }: GeneralProps) {
  const { t } = useTranslation();
  const usual: TextInputProps = {
    autoComplete: 'off',
    inputWrapperOrder: ['label', 'input', 'description', 'error'],
  };
  return (
    <>
      <TextInput
        {...usual}
        label={t('form.name')}
        maxLength={100}
        value={draft.name}
        error={problems?.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        {...usual}
        label={t('hook.source')}
        description={t('hook.sourceHelp')}
        maxLength={200}
        value={draft.source}
        error={problems?.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
      <Choices
        legend={t('hook.scheme')}
        value={draft.scheme}
        onChange={(scheme) => onChange({ scheme })}
        choices={(['standard', 'hmac'] as const).map((value) => ({
          value,
          label: t(`hook.schemes.${value}`),
          help: t(`hook.schemeHelp.${value}`),
        }))}
      />
      {draft.scheme === 'hmac' && (
        <>
          <TextInput
            {...usual}
            label={t('hook.header')}
            value={draft.header}
            error={problems?.header}
            onChange={(event) => onChange({ header: event.currentTarget.value })}
          />
          <TextInput
            {...usual}
            label={t('hook.timeHeader')}
            description={t('hook.timeHeaderHelp')}
            value={draft.timeHeader}
            onChange={(event) => onChange({ timeHeader: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
