import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { ExportStatus } from '../../exports/export-status.tsx';
import { useExport } from '../../exports/use-export.ts';
import { Card } from '../../ui/card.tsx';
import settingsClasses from '../settings.module.css';

const tables = ['tickets', 'clocks', 'replies'] as const;
const formats = ['csv', 'ndjson', 'xlsx', 'parquet'] as const;

/** All rows of a table of facts as a file, with how much came so far and the way to stop it. */
export function ExportRows() {
  const { t } = useTranslation();
  const [table, setTable] = useState<(typeof tables)[number]>('tickets');
  const [format, setFormat] = useState<(typeof formats)[number]>('csv');
  const { current, start, cancel } = useExport();
  const begin = () =>
    start(`vigie-${table}.${format}`, (signal) => call('export', { params: { table }, query: { format } }, { signal }));
  return (
    <Card title={t('file.rows')}>
      <div className={settingsClasses.sheet}>
        <p className={settingsClasses.text}>{t('file.rowsLead')}</p>
        <NativeSelect
          label={t('file.table')}
          value={table}
          onChange={(event) => setTable(tables.find((each) => each === event.currentTarget.value) ?? 'tickets')}
          data={tables.map((value) => ({ value, label: t(`file.tables.${value}`) }))}
        />
        <NativeSelect
          label={t('file.format')}
          value={format}
          onChange={(event) => setFormat(formats.find((each) => each === event.currentTarget.value) ?? 'csv')}
          data={formats.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        <div>
          <Button size="xs" variant="default" loading={current.state === 'writing'} onClick={() => void begin()}>
            {t('file.export')}
          </Button>
        </div>
        <ExportStatus current={current} onCancel={cancel} />
      </div>
    </Card>
  );
}
