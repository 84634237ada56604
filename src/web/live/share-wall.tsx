import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconShare2 } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '#domain/report/filter.ts';
import { useMay } from '../api/session.ts';
import type { Layout } from './wall-view.tsx';

const LinkSheet = lazy(async () => ({ default: (await import('../shared/link-sheet.tsx')).LinkSheet }));

interface Props {
  readonly layout: Layout;
  readonly filter: Filter | null;
}

/** A link for a screen that nobody is signed in at, to the wall as it stands; for those who may share. */
export function ShareWall({ layout, filter }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [sharing, share] = useDisclosure(false);
  if (!may('share-reports')) return null;
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconShare2 size={14} aria-hidden />} onClick={share.open}>
        {t('share.share')}
      </Button>
      <Suspense>
        {sharing && (
          <LinkSheet
            heading={t('wall.shareTitle')}
            shared={{ wall: layout, ...(filter === null ? {} : { filter }) }}
            title={t('wall.title')}
            what={t(filter === null ? 'wall.shareWhat' : 'wall.shareWhatFiltered')}
            onClose={share.close}
          />
        )}
      </Suspense>
    </>
  );
}
