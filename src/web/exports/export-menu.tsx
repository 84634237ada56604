import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const formats = ['xlsx', 'csv', 'pdf', 'png', 'parquet'] as const;
export type FileFormat = (typeof formats)[number];

interface Props {
  readonly onChoose: (format: FileFormat) => void;
}

/** The formats in which a report can be taken along. */
export function ExportMenu({ onChoose }: Props) {
  const { t } = useTranslation();
  const names = {
    csv: t('file.csv'),
    xlsx: t('file.xlsx'),
    pdf: t('file.pdf'),
    png: t('file.png'),
    parquet: t('file.parquet'),
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={14} aria-hidden />}>
          {t('file.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => onChoose(format)}>
            {names[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
