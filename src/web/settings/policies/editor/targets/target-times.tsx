import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { valuesQuery } from '../../../../api/queries.ts';
import { useNames } from '../../../../state/use-names.ts';
import { DurationField } from '../duration-field.tsx';
import classes from '../editor.module.css';
import { useEditor } from '../editor-context.ts';
import type { TargetProps } from './target-fields.tsx';

const usual = ['urgent', 'high', 'normal', 'low'];

/** Its time for all priorities, and for those that have another. */
export function TargetTimes({ target, path, onChange }: TargetProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { policy, problemAt } = useEditor();
  const known = useQuery(valuesQuery('priority')).data?.items.flatMap(({ value }) => value ?? []) ?? [];
  const { seconds } = target;
  const own = Object.keys(seconds).filter((name) => name !== 'default');
  const free = (known.length > 0 ? known : usual).filter((name) => !own.includes(name));
  const set = (name: string, n: number) => onChange({ ...target, seconds: { ...seconds, [name]: n } });
  const without = (name: string) => {
    const { [name]: _, ...rest } = seconds;
    onChange({ ...target, seconds: rest });
  };
  const missing = problemAt(`${path}.seconds`);
  const calendar = target.calendar ?? policy.calendar;
  const rows = ['default' in seconds ? ['default'] : [], own].flat();
  return (
    <fieldset className={classes.group}>
      <legend>{t('policy.within')}</legend>
      <div className={classes.columns}>
        {rows.map((name) => {
          const told =
            name !== 'default' ? names('priority', name) : t(own.length > 0 ? 'policy.others' : 'policy.byDefault');
          return (
            <div key={name} className={classes.removable}>
              <DurationField
                label={t('policy.duration', { name: told })}
                seconds={seconds[name] ?? Number.NaN}
                calendar={calendar}
                error={problemAt(`${path}.seconds.${name}`)}
                onChange={(n) => set(name, n)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('policy.removePriority', { name: told })}
                onClick={() => without(name)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </div>
          );
        })}
        {free.length > 0 && (
          <NativeSelect
            size="xs"
            label={t('policy.addPriority')}
            value=""
            onChange={(event) => {
              const name = event.currentTarget.value;
              if (name !== '') set(name, seconds.default ?? 14_400);
            }}
            data={[
              { value: '', label: '–' },
              ...('default' in seconds ? [] : [{ value: 'default', label: t('policy.byDefault') }]),
              ...free.map((value) => ({ value, label: names('priority', value) })),
            ]}
          />
        )}
      </div>
      {missing !== null && <p className={classes.wrong}>{missing}</p>}
    </fieldset>
  );
}
