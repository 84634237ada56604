import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly text: () => string;
  readonly label: string;
}

/** Copies a text and says so, on the button and to screen readers. */
export function CopyButton({ text, label }: Props) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={clipboard.copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      onClick={() => clipboard.copy(text())}
    >
      <span aria-live="polite">{clipboard.copied ? t('common.copied') : label}</span>
    </Button>
  );
}
