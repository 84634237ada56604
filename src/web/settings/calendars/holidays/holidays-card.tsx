import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holiday, HolidayRange } from '#domain/time/calendar.ts';
import { Card } from '../../../ui/card.tsx';
import settingsClasses from '../../settings.module.css';
import { AddHoliday } from './add-holiday.tsx';
import { FileSheet } from './file-sheet.tsx';
import { addHolidays, groupHolidays } from './holiday-parts.ts';
import classes from './holidays.module.css';
import { PlaceSheet } from './place-sheet.tsx';
import { useSayHoliday } from './use-say-holiday.ts';

interface Props {
  readonly holidays: readonly Holiday[];
  readonly edits: boolean;
  readonly onChange: (holidays: readonly Holiday[]) => void;
}

/** Days on which a calendar stays closed: typed, of a country, or of a file. */
export function HolidaysCard({ holidays, edits, onChange }: Props) {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<'place' | 'file' | null>(null);
  const sheetProps = {
    holidays,
    onTake: (taken: readonly Holiday[]) => onChange(addHolidays(holidays, taken)),
    onClose: () => setSheet(null),
  };
  const aside = edits && (
    <div className={settingsClasses.actions}>
      <Button variant="default" size="xs" onClick={() => setSheet('place')}>
        {t('calendar.fromPlace')}
      </Button>
      <Button variant="default" size="xs" onClick={() => setSheet('file')}>
        {t('calendar.fromFile')}
      </Button>
    </div>
  );
  return (
    <Card title={t('calendar.holidays')} help={t('calendar.holidaysHelp')} aside={aside}>
      {holidays.length === 0 && <p className={settingsClasses.text}>{t('calendar.holidaysNone')}</p>}
      <Years holidays={holidays} edits={edits} onChange={onChange} />
      {edits && <AddHoliday holidays={holidays} onAdd={(holiday) => onChange(addHolidays(holidays, [holiday]))} />}
      {sheet === 'place' && <PlaceSheet {...sheetProps} />}
      {sheet === 'file' && <FileSheet {...sheetProps} />}
    </Card>
  );
}

function Years({ holidays, edits, onChange }: Props) {
  const { t } = useTranslation();
  const thisYear = String(new Date().getFullYear());
  return (
    <div className={classes.years}>
      {groupHolidays(holidays).map(({ year, items }) => (
        <details key={year} open={year === null || year === thisYear}>
          <summary>
            {t('calendar.holidaysOf', {
              year: year ?? t('calendar.everyYear'),
              n: t('calendar.entries', { count: items.length }),
            })}
          </summary>
          <ul className={classes.days}>
            {items.map(({ index, range }) => (
              <Day
                key={`${range.from} ${range.to}`}
                range={range}
                onRemove={edits ? () => onChange(holidays.toSpliced(index, 1)) : null}
              />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Day({ range, onRemove }: { readonly range: HolidayRange; readonly onRemove: (() => void) | null }) {
  const { t } = useTranslation();
  const day = useSayHoliday()(range);
  return (
    <li>
      <span>{day}</span>
      <span className={classes.name} title={range.name}>
        {range.name}
      </span>
      {onRemove !== null && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('calendar.removeHoliday', { day })}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
