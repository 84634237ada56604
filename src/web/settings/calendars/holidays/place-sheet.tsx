import { Checkbox, NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holiday } from '#domain/time/calendar.ts';
import { call } from '../../../api/client.ts';
import { ProblemView } from '../../../ui/problem-view.tsx';
import { SideSheet } from '../../../ui/side-sheet.tsx';
import settingsClasses from '../../settings.module.css';
import { placesQuery } from '../queries.ts';
import { FoundHolidays } from './found-holidays.tsx';
import { useYears, YearsField } from './years-field.tsx';

interface Props {
  readonly holidays: readonly Holiday[];
  readonly onTake: (holidays: readonly Holiday[]) => void;
  readonly onClose: () => void;
}

/** The holidays of a country or a region, as dates, before they are taken. */
export function PlaceSheet({ holidays, onTake, onClose }: Props) {
  const { t } = useTranslation();
  const [country, setCountry] = useState('');
  const [region, setRegion] = useState('');
  const [optional, setOptional] = useState(false);
  const [years, setYears] = useYears();
  const countries = useQuery(placesQuery(null));
  const regions = useQuery({ ...placesQuery(country), enabled: country !== '' });
  const place = region === '' ? country : region;
  const asked = { place, ...years, optional };
  const found = useQuery({
    queryKey: ['holidays', asked],
    queryFn: async ({ signal }) => (await call('preview-holidays', { body: asked }, { signal })).items,
    enabled: place !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(520px, 100vw)" title={t('calendar.holidaySheet')}>
      <div className={settingsClasses.sheet}>
        <p className={settingsClasses.text}>{t('calendar.placeHelp')}</p>
        {countries.isError && <ProblemView error={countries.error} onRetry={() => void countries.refetch()} />}
        <NativeSelect
          label={t('calendar.country')}
          data-autofocus
          value={country}
          onChange={(event) => {
            setCountry(event.currentTarget.value);
            setRegion('');
          }}
          data={[{ value: '', label: t('calendar.countryChoose') }, ...choicesOf(countries.data)]}
        />
        {regions.data !== undefined && regions.data.length > 0 && (
          <NativeSelect
            label={t('calendar.region')}
            value={region}
            onChange={(event) => setRegion(event.currentTarget.value)}
            data={[{ value: '', label: t('calendar.wholeCountry') }, ...choicesOf(regions.data)]}
          />
        )}
        <YearsField years={years} onChange={setYears} />
        <Checkbox
          label={t('calendar.optionalDays')}
          checked={optional}
          onChange={(event) => setOptional(event.currentTarget.checked)}
        />
        {found.isError && <ProblemView error={found.error} onRetry={() => void found.refetch()} />}
        {found.isFetching && <Skeleton height={160} />}
        {found.data !== undefined && !found.isFetching && (
          <FoundHolidays
            key={JSON.stringify(asked)}
            found={found.data}
            holidays={holidays}
            onTake={(taken) => {
              onTake(taken);
              onClose();
            }}
          />
        )}
      </div>
    </SideSheet>
  );
}

function choicesOf(places: readonly { readonly id: string; readonly name: string }[] | undefined) {
  return (places ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
