import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingView } from '#contract/schemas/data-in/import.ts';
import { call } from '../api/client.ts';
import type { Preview as PreviewData } from '../api/queries.ts';
import { useWorkspace } from '../api/workspace.ts';
import { Card } from '../ui/card.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { hasTicket } from './mapping.ts';
import { MappingTable, StatusTable } from './mapping-table.tsx';
import classes from './sources.module.css';

/** Hints stand under their field, so that fields stand in line. */
const order: ('label' | 'input' | 'description')[] = ['label', 'input', 'description'];

interface Props {
  readonly file: File;
  readonly preview: PreviewData;
  readonly onStarted: (id: string) => void;
  readonly onOther: () => void;
}

const sourceOf = (file: string) => file.replace(/\.(csv|tsv|txt|ndjson|jsonl|gz|zip)\b/gi, '').trim();

/** What a file holds and what it will be taken for, to correct before anything is read in. */
export function Preview({ file, preview, onStarted, onOther }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useWorkspace();
  const [mapping, setMapping] = useState<MappingView | null>(preview.mapping);
  const [source, setSource] = useState(sourceOf(file.name));
  const start = useMutation({
    mutationFn: () =>
      call('start-import', {
        query: {
          name: file.name,
          source: source.trim(),
          ...(mapping === null ? {} : { mapping: JSON.stringify(mapping) }),
        },
        body: { type: 'application/octet-stream', bytes: file },
      }),
    onSuccess: ({ id }) => onStarted(id),
  });
  const missing =
    source.trim() === '' ? t('source.nameMissing') : hasTicket(mapping) ? null : t('source.ticketMissing');
  return (
    <Card
      title={t('source.previewTitle', { name: file.name })}
      help={mapping === null ? t('source.eventsLead') : t('source.previewLead')}
    >
      <div className={classes.fields}>
        <TextInput
          size="xs"
          label={t('source.name')}
          description={t('source.nameHint')}
          inputWrapperOrder={order}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        {mapping !== null && <HowRead mapping={mapping} zone={timeZone} onChange={setMapping} />}
      </div>
      {mapping !== null && (
        <>
          <MappingTable preview={preview} mapping={mapping} onChange={setMapping} />
          <StatusTable preview={preview} mapping={mapping} onChange={setMapping} />
        </>
      )}
      <div className={classes.actions}>
        <Button onClick={() => start.mutate()} loading={start.isPending} disabled={missing !== null}>
          {t('source.start')}
        </Button>
        <Button variant="default" onClick={onOther}>
          {t('source.other')}
        </Button>
        {missing !== null && (
          <p className={classes.missing} role="status">
            {missing}
          </p>
        )}
      </div>
      {start.isError && <ProblemView error={start.error} />}
    </Card>
  );
}

interface HowReadProps {
  readonly mapping: MappingView;
  readonly zone: string;
  readonly onChange: (mapping: MappingView) => void;
}

function HowRead({ mapping, zone, onChange }: HowReadProps) {
  const { t } = useTranslation();
  const { timeFormat: _, ...withoutFormat } = mapping;
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('source.shape')}
        value={mapping.shape}
        onChange={(event) =>
          onChange({ ...mapping, shape: event.currentTarget.value === 'tickets' ? 'tickets' : 'history' })
        }
        data={[
          { value: 'history', label: t('source.shapeHistory') },
          { value: 'tickets', label: t('source.shapeTickets') },
        ]}
      />
      <NativeSelect
        size="xs"
        label={t('source.timeZone')}
        value={mapping.timeZone ?? zone}
        onChange={(event) => onChange({ ...mapping, timeZone: event.currentTarget.value })}
        data={[...new Set([mapping.timeZone ?? zone, zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]}
      />
      <TextInput
        size="xs"
        label={t('source.timeFormat')}
        description={t('source.timeFormatHint')}
        inputWrapperOrder={order}
        value={mapping.timeFormat ?? ''}
        onChange={(event) => {
          const timeFormat = event.currentTarget.value;
          onChange(timeFormat === '' ? withoutFormat : { ...mapping, timeFormat });
        }}
      />
    </>
  );
}
