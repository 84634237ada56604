import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import settingsClasses from '../settings.module.css';
import type { CalendarDetail } from './queries.ts';

interface Props {
  readonly detail: CalendarDetail;
  /** The version that is in the editor. */
  readonly edited: number | null;
  readonly edits: boolean;
  readonly onEdit: (version: number) => void;
}

/** Every version, from when each holds, and which are corrected by another. */
export function VersionsCard({ detail, edited, edits, onEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  return (
    <Card flush title={t('calendar.versions')}>
      <ScrollRegion label={t('calendar.versions')}>
        <table className={tableClasses.table}>
          <tbody>
            {detail.versions.map(({ version, createdAt, calendar, corrected }) => (
              <tr key={version}>
                <th scope="row">
                  {t('calendar.version', { n: version })}{' '}
                  {version === edited && <span className={settingsClasses.badge}>{t('calendar.editing')}</span>}
                </th>
                <td>
                  {corrected
                    ? t('calendar.corrected')
                    : calendar.effectiveFrom === undefined
                      ? t('calendar.fromBeginning')
                      : t('calendar.fromDate', { date: format.instant(calendar.effectiveFrom, calendar.timeZone) })}
                </td>
                <td>{t('calendar.written', { when: format.instant(createdAt, zone) })}</td>
                <td>
                  {edits && version !== edited && (
                    <div className={settingsClasses.rowActions}>
                      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onEdit(version)}>
                        {t('calendar.edit')}
                        <span className="visually-hidden">, {t('calendar.version', { n: version })}</span>
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}
