import { Button, NativeSelect, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';
import { Choices } from '../../form/choices.tsx';
import { ProblemNote } from '../../form/problem-note.tsx';
import { SecretField } from '../../form/secret-field.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { SideSheet } from '../../ui/side-sheet.tsx';
import classes from '../settings.module.css';
import { idOfName } from '../workspaces/workspace-id.ts';

type Made = AnswerOf<'create-channel'>;
const kinds = ['slack', 'teams', 'webhook', 'e-mail'] as const;
type Kind = (typeof kinds)[number];

/** What a channel is and where it leads; of a webhook, then its key, this once. */
export function ChannelSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(520px, 100vw)" title={t('channel.add')}>
      {made === null ? <ChannelForm onMade={setMade} /> : <MadeChannel made={made} onDone={onClose} />}
    </SideSheet>
  );
}

function MadeChannel({ made: { channel, key }, onDone }: { readonly made: Made; readonly onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.sheet}>
      <section className={classes.once} role="status">
        <p className={classes.onceTitle}>{t('channel.made', { name: channel.name })}</p>
        {key !== null && (
          <>
            <p className={classes.text}>{t('channel.keyOnce')}</p>
            <SecretField label={t('channel.key')} value={key} copy={t('common.copy')} />
          </>
        )}
      </section>
      <div>
        <Button size="xs" onClick={onDone}>
          {t(key === null ? 'channel.done' : 'channel.keyKept')}
        </Button>
      </div>
    </div>
  );
}

interface Values extends Record<string, unknown> {
  readonly kind: Kind;
  readonly name: string;
  readonly id: string;
  readonly url: string;
  readonly address: string;
  readonly language: 'en' | 'fr';
}

function send({ kind, name, id, url, address, language }: Values): Promise<Made> {
  const head = { id: id === '' ? idOfName(name) : id, name, language };
  return call('create-channel', { body: kind === 'e-mail' ? { ...head, kind, address } : { ...head, kind, url } });
}

function ChannelForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const { t, i18n } = useTranslation();
  const initialValues: Values = {
    ...{ kind: 'slack', name: '', id: '', url: '', address: '' },
    language: i18n.language === 'fr' ? 'fr' : 'en',
  };
  const { form, onSubmit, pending, error } = useApiForm<Values, Made>({
    initialValues,
    validate: {
      name: (value) => (value.trim() === '' ? t('form.nameMissing') : null),
      id: (value) => (value === '' || /^[a-z0-9][a-z0-9-]{0,63}$/.test(value) ? null : t('channel.idBad')),
      url: (value, { kind }) => (kind !== 'e-mail' && value.trim() === '' ? t('channel.urlMissing') : null),
      address: (value, { kind }) => (kind === 'e-mail' && !value.includes('@') ? t('channel.addressBad') : null),
    },
    send,
    onDone: onMade,
  });
  const usual: TextInputProps = {
    inputWrapperOrder: ['label', 'input', 'description', 'error'],
    ...{ autoComplete: 'off', required: true, withAsterisk: false },
  };
  const { kind, name } = form.values;
  return (
    <form className={classes.sheet} onSubmit={onSubmit} noValidate>
      <Choices
        legend={t('channel.kind')}
        value={kind}
        onChange={(value) => form.setFieldValue('kind', value)}
        choices={kinds.map((value) => ({
          value,
          label: t(`channel.kinds.${value}`),
          help: t(`channel.kindHelp.${value}`),
        }))}
      />
      <TextInput label={t('channel.name')} data-autofocus {...usual} {...form.getInputProps('name')} />
      <TextInput
        label={t('channel.id')}
        description={t('channel.idHelp')}
        placeholder={idOfName(name)}
        {...usual}
        required={false}
        {...form.getInputProps('id')}
      />
      {kind === 'e-mail' ? (
        <TextInput label={t('channel.address')} type="email" {...usual} {...form.getInputProps('address')} />
      ) : (
        <TextInput
          label={t('channel.url')}
          description={t('channel.urlHelp')}
          type="url"
          {...usual}
          {...form.getInputProps('url')}
        />
      )}
      {kind !== 'webhook' && (
        <NativeSelect
          label={t('channel.language')}
          {...form.getInputProps('language')}
          data={[
            { value: 'en', label: t('common.english') },
            { value: 'fr', label: t('common.french') },
          ]}
        />
      )}
      <ProblemNote error={error} />
      <div>
        <Button type="submit" size="xs" loading={pending}>
          {t('channel.add')}
        </Button>
      </div>
    </form>
  );
}
