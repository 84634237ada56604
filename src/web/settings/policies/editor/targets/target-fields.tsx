import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ClockStart, clockStarts, metrics, type Target } from '#domain/sla/policy.ts';
import { CalendarSelect } from '../calendar-select.tsx';
import classes from '../editor.module.css';
import { useEditor } from '../editor-context.ts';
import { useTargetName } from '../use-target-name.ts';
import { TargetTimes } from './target-times.tsx';
import { TargetWarnings } from './target-warnings.tsx';

export interface TargetProps {
  readonly target: Target;
  readonly path: string;
  readonly onChange: (target: Target) => void;
}

const pausing = ['new', 'open', 'pending', 'on-hold'] as const;

/** One target: what is measured, within how long, when its clock stands still, and when it warns. */
export function TargetFields(props: TargetProps & { readonly onRemove: () => void }) {
  const { t } = useTranslation();
  const { problemAt } = useEditor();
  const nameOf = useTargetName();
  const { target, path, onChange, onRemove } = props;
  const { metric, calendar, startAt, pauseOn = [] } = target;
  const name = nameOf(target);
  const paused = problemAt(`${path}.pauseOn`);
  return (
    <fieldset className={classes.part}>
      <legend>{name}</legend>
      <ActionIcon
        className={classes.remove ?? ''}
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('policy.removeTarget', { name })}
        onClick={onRemove}
      >
        <IconTrash size={15} aria-hidden />
      </ActionIcon>
      <div className={classes.columns}>
        <NativeSelect
          size="xs"
          label={t('policy.metric')}
          description={t(`policy.metricHelp.${metric}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={metric}
          error={problemAt(`${path}.id`)}
          onChange={(event) => onChange(ofMetric(target, event.currentTarget.value as Target['metric']))}
          data={metrics.map((value) => ({ value, label: t(`vocabulary.metric.${value}`) }))}
        />
        {(metric === 'first-reply' || startAt !== undefined) && (
          <NativeSelect
            size="xs"
            label={t('policy.startAt')}
            value={startAt ?? 'usual'}
            error={problemAt(`${path}.startAt`)}
            onChange={(event) => onChange(startingAt(target, event.currentTarget.value))}
            data={(['usual', ...clockStarts] as const).map((value) => ({ value, label: t(`policy.starts.${value}`) }))}
          />
        )}
        <CalendarSelect
          label={t('policy.ownCalendar')}
          none={t('policy.asPolicy')}
          value={calendar ?? ''}
          error={problemAt(`${path}.calendar`)}
          onChange={(id) => onChange(countedIn(target, id))}
        />
      </div>
      <TargetTimes {...props} />
      <fieldset className={classes.group}>
        <legend>{t('policy.pauseOn')}</legend>
        <div className={classes.checks}>
          {pausing.map((status) => (
            <Checkbox
              key={status}
              size="xs"
              label={t(`vocabulary.status.${status}`)}
              checked={pauseOn.includes(status)}
              onChange={(event) => onChange(pausedOn(target, status, event.currentTarget.checked))}
            />
          ))}
        </div>
        {paused !== null && <p className={classes.wrong}>{paused}</p>}
      </fieldset>
      <TargetWarnings {...props} />
    </fieldset>
  );
}

function ofMetric({ startAt, ...target }: Target, metric: Target['metric']): Target {
  return { ...target, metric, ...(metric === 'first-reply' && startAt !== undefined && { startAt }) };
}

function startingAt({ startAt: _, ...target }: Target, value: string): Target {
  const known = clockStarts.find((start): start is ClockStart => start === value);
  return known === undefined ? target : { ...target, startAt: known };
}

function countedIn({ calendar: _, ...target }: Target, id: string): Target {
  return id === '' ? target : { ...target, calendar: id };
}

function pausedOn({ pauseOn = [], ...target }: Target, status: string, on: boolean): Target {
  const next = on ? [...pauseOn, status] : pauseOn.filter((each) => each !== status);
  return next.length === 0 ? target : { ...target, pauseOn: next };
}
