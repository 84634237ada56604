import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly next: string | null;
  readonly first: boolean;
  readonly onGo: (after: string | null) => void;
}

/** Keyset pages: onwards, or back to the beginning. */
export function Pager({ next, first, onGo }: Props) {
  const { t } = useTranslation();
  if (next === null && first) return null;
  return (
    <Group gap={8} mt={12}>
      {!first && (
        <Button variant="default" size="xs" onClick={() => onGo(null)}>
          {t('ticket.first')}
        </Button>
      )}
      {next !== null && (
        <Button variant="default" size="xs" onClick={() => onGo(next)}>
          {t('ticket.next')}
        </Button>
      )}
    </Group>
  );
}
