import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import { formatRaw } from '../../sources/dead-letters/json-text.ts';
import { Card } from '../../ui/card.tsx';
import { bodyOf, type DraftField, exampleBody, type HookDraft, mappingOf } from './draft.ts';
import { FoundEvents } from './found-events.tsx';
import classes from './hooks.module.css';

interface Props {
  readonly draft: HookDraft;
  readonly id: string | null;
  readonly onChange: (part: Partial<HookDraft>) => void;
}

/** How events are read out of a body, tried on one as it is typed. */
export function MappingCard({ draft, id, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(exampleBody);
  const body = bodyOf(text);
  const [asked] = useDebouncedValue({ mapping: mappingOf(draft), source: draft.source || '–', body }, 300);
  const preview = useQuery({
    queryKey: ['hook-preview', asked],
    queryFn: ({ signal }) => call('preview-hook', { body: asked }, { signal }),
    enabled: asked.body !== undefined,
    placeholderData: keepPreviousData,
  });
  const problems = new Map(preview.data?.mapping.map(({ path, message }) => [path, message]));
  const put = (index: number, field: DraftField) => onChange({ fields: draft.fields.toSpliced(index, 1, field) });
  return (
    <Card title={t('hook.mapping')} help={t('hook.mappingHelp')}>
      <div className={classes.columns}>
        <div className={classes.fields}>
          <TextInput
            size="xs"
            label={t('hook.each')}
            description={t('hook.eachHelp')}
            placeholder="$.events[*]"
            spellCheck={false}
            value={draft.each}
            error={problems.get('$.each')}
            onChange={(event) => onChange({ each: event.currentTarget.value })}
          />
          {draft.fields.map((field, index) => (
            <Field
              // biome-ignore lint/suspicious/noArrayIndexKey: a field has no name but its place
              key={index}
              n={index + 1}
              field={field}
              problems={[problems.get(`$.fields[${index}].to`), problems.get(`$.fields[${index}].path`)]}
              onChange={(next) => put(index, next)}
              onRemove={() => onChange({ fields: draft.fields.toSpliced(index, 1) })}
            />
          ))}
          <div>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={13} aria-hidden />}
              disabled={draft.fields.length >= 60}
              onClick={() => onChange({ fields: [...draft.fields, { to: 'data.', from: '$.', words: '' }] })}
            >
              {t('hook.addField')}
            </Button>
          </div>
        </div>
        <div className={classes.fields}>
          <Textarea
            label={t('hook.body')}
            description={t('hook.bodyHelp')}
            rows={10}
            spellCheck={false}
            classNames={{ input: formClasses.mono ?? '' }}
            value={text}
            error={body === undefined && t('hook.bodyBad')}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {id !== null && <TakeLast id={id} onTake={(last) => setText(formatRaw(last))} />}
          {preview.isError && <ProblemNote error={preview.error} />}
          {preview.data !== undefined && <FoundEvents preview={preview.data} />}
        </div>
      </div>
    </Card>
  );
}

function TakeLast({ id, onTake }: { readonly id: string; readonly onTake: (body: string) => void }) {
  const { t } = useTranslation();
  const taking = useMutation({
    mutationFn: () => call('get-last-body', { params: { id } }),
    onSuccess: ({ body }) => body !== null && onTake(body),
  });
  return (
    <div>
      <Button variant="default" size="xs" loading={taking.isPending} onClick={() => taking.mutate()}>
        {t('hook.takeLast')}
      </Button>
      <ProblemNote error={taking.error} />
      <p className={classes.note} role="status">
        {taking.data?.body === null && t('hook.noLast')}
      </p>
    </div>
  );
}

interface FieldProps {
  readonly n: number;
  readonly field: DraftField;
  readonly problems: readonly [to: string | undefined, from: string | undefined];
  readonly onChange: (field: DraftField) => void;
  readonly onRemove: () => void;
}

function Field({ n, field, problems, onChange, onRemove }: FieldProps) {
  const { t } = useTranslation();
  const usual = { size: 'xs', spellCheck: false, autoComplete: 'off' } as const;
  return (
    <fieldset className={classes.field} aria-label={t('hook.field', { n })}>
      <TextInput
        {...usual}
        label={t('hook.to')}
        value={field.to}
        error={problems[0]}
        onChange={(event) => onChange({ ...field, to: event.currentTarget.value })}
      />
      <TextInput
        {...usual}
        label={t('hook.from')}
        value={field.from}
        error={problems[1]}
        onChange={(event) => onChange({ ...field, from: event.currentTarget.value })}
      />
      <TextInput
        {...usual}
        label={t('hook.words')}
        placeholder="1=urgent, 2=high"
        value={field.words}
        onChange={(event) => onChange({ ...field, words: event.currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('hook.removeField', { to: field.to })}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
}
