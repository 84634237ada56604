import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';

interface Props {
  readonly label: string;
  readonly description?: string;
  /** Empty stands for `none`. */
  readonly value: string;
  readonly onChange: (zone: string) => void;
  /** What no zone of one's own means; without it a zone must be chosen. */
  readonly none?: string;
}

/** An IANA zone, by region. */
export function ZoneSelect({ label, description, value, onChange, none }: Props) {
  const groups = useMemo(() => groupsOf(value), [value]);
  return (
    <NativeSelect
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {groups.map(([region, zones]) =>
        region === '' ? (
          zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))
        ) : (
          <optgroup key={region} label={region}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.slice(region.length + 1).replaceAll('_', ' ')}
              </option>
            ))}
          </optgroup>
        ),
      )}
    </NativeSelect>
  );
}

function groupsOf(current: string): readonly [string, readonly string[]][] {
  const all = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(current === '' ? [] : [current])]);
  const groups = Map.groupBy(all, (zone) => (zone.includes('/') ? (zone.split('/')[0] ?? '') : ''));
  return [...groups].sort(([one], [other]) => one.localeCompare(other));
}
