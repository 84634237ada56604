import { ActionIcon, Button, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Target, WarnAt } from '#domain/sla/policy.ts';
import { DurationField } from '../duration-field.tsx';
import classes from '../editor.module.css';
import { useEditor } from '../editor-context.ts';
import type { TargetProps } from './target-fields.tsx';

/** When it warns: at a share of its time, or with so much of it left. */
export function TargetWarnings({ target, path, onChange }: TargetProps) {
  const { t } = useTranslation();
  const { policy, problemAt } = useEditor();
  const { warnAt = [] } = target;
  const write = (next: readonly WarnAt[]) => onChange(warningAt(target, next));
  const put = (place: number, warning: WarnAt) =>
    write(warnAt.map((each, index) => (index === place ? warning : each)));
  return (
    <fieldset className={classes.group}>
      <legend>{t('policy.warnAt')}</legend>
      <div className={classes.columns}>
        {warnAt.map((warning, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a warning has no name but its place
          <div key={`${place} of ${warnAt.length}`} className={classes.removable}>
            {typeof warning === 'number' ? (
              <NumberInput
                size="xs"
                label={t('policy.warnShare')}
                min={1}
                max={100}
                clampBehavior="blur"
                allowDecimal={false}
                value={Math.round(warning * 100)}
                onChange={(value) => {
                  if (typeof value === 'number' && value >= 1 && value <= 100) put(place, value / 100);
                }}
              />
            ) : (
              <DurationField
                label={t('policy.warnLeft')}
                seconds={warning.remainingSeconds}
                calendar={target.calendar ?? policy.calendar}
                error={problemAt(`${path}.warnAt[${place}]`)}
                onChange={(remainingSeconds) => put(place, { remainingSeconds })}
              />
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('policy.removeWarning', { name: String(place + 1) })}
              onClick={() => write(warnAt.filter((_, index) => index !== place))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </div>
        ))}
      </div>
      <div className={classes.bar}>
        <Add onClick={() => write([...warnAt, 0.75])} label={t('policy.addShare')} />
        <Add onClick={() => write([...warnAt, { remainingSeconds: 1800 }])} label={t('policy.addLeft')} />
      </div>
    </fieldset>
  );
}

function warningAt({ warnAt: _, ...target }: Target, next: readonly WarnAt[]): Target {
  return next.length === 0 ? target : { ...target, warnAt: next };
}

function Add({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      leftSection={<IconPlus size={13} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
