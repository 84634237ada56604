import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { useUrl } from '../state/url.ts';

/** Agents see their own figures, or the averages of their teams; nobody else has the choice. */
export function WhoseControl() {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const { search, patch } = useUrl();
  if (workspace?.role !== 'agent') return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('access.whose')}
      value={search.whose === 'team' ? 'team' : 'own'}
      onChange={(value) => patch({ whose: value === 'team' ? 'team' : null }, true)}
      data={[
        { value: 'own', label: t('access.ownFigures') },
        { value: 'team', label: t('access.teamAverages') },
      ]}
    />
  );
}
