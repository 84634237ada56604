import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './sources.module.css';

interface Props {
  readonly onFile: (file: File) => void;
  readonly busy: boolean;
  readonly name: string;
}

export function DropZone({ onFile, busy, name }: Props) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      aria-label={t('source.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileImport size={28} stroke={1.4} aria-hidden />
      <strong>{busy ? t('source.reading', { name }) : t('source.drop')}</strong>
      <span>{t('source.dropLead')}</span>
      <FileButton onChange={(file) => file !== null && onFile(file)} accept=".csv,.tsv,.txt,.ndjson,.jsonl,.gz,.zip">
        {(props) => (
          <Button {...props} variant="default" size="xs" mt={12} loading={busy}>
            {t('source.choose')}
          </Button>
        )}
      </FileButton>
    </section>
  );
}
