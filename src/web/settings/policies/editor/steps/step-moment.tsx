import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sameWarning, warningOf } from '#domain/sla/escalation/compile-steps.ts';
import type { Step, StepMoment } from '#domain/sla/escalation/step.ts';
import type { Policy, WarnAt } from '#domain/sla/policy.ts';
import { useFormat } from '../../../../format/use-format.ts';
import { DurationField } from '../duration-field.tsx';
import classes from '../editor.module.css';
import { useEditor } from '../editor-context.ts';

interface Props {
  readonly step: Step;
  readonly path: string;
  readonly onChange: (step: Step) => void;
}

/** When a step is due: at one of the warnings of the targets, at the breach, or some time after it. */
export function StepMomentFields({ step, path, onChange }: Props) {
  const { t } = useTranslation();
  const { policy, problemAt } = useEditor();
  const sayWarning = useSayWarning();
  const warnings = warningsOf(policy, step.at);
  const choices: { key: string; label: string; at: StepMoment }[] = [
    ...warnings.map((warning) => ({
      key: JSON.stringify(warning),
      label: t('policy.moments.warning', { name: sayWarning(warning) }),
      at: { warning },
    })),
    { key: 'breach', label: t('policy.moments.breach'), at: 'breach' },
    { key: 'after', label: t('policy.moments.after'), at: { afterBreach: 1800 } },
  ];
  const { at } = step;
  const chosen = at === 'breach' ? at : 'afterBreach' in at ? 'after' : JSON.stringify(at.warning);
  return (
    <div className={classes.columns}>
      <NativeSelect
        size="xs"
        label={t('policy.moment')}
        value={chosen}
        error={problemAt(`${path}.at`)}
        onChange={(event) => {
          const found = choices.find(({ key }) => key === event.currentTarget.value);
          if (found !== undefined) onChange({ ...step, at: found.at });
        }}
        data={choices.map(({ key, label }) => ({ value: key, label }))}
      />
      {at !== 'breach' && 'afterBreach' in at && (
        <DurationField
          label={t('policy.afterBreach')}
          seconds={at.afterBreach}
          calendar={policy.calendar}
          onChange={(afterBreach) => onChange({ ...step, at: { afterBreach } })}
        />
      )}
    </div>
  );
}

type StepWarning = Exclude<StepMoment, 'breach' | { readonly afterBreach: number }>['warning'];

/** The warnings of all targets, each once, and the one that the step names even where no target gives it any more. */
function warningsOf({ targets }: Policy, at: StepMoment): readonly StepWarning[] {
  const found: WarnAt[] = [];
  for (const warning of targets.flatMap(({ warnAt = [] }) => warnAt)) {
    if (!found.some((one) => sameWarning(warningOf(one), warningOf(warning)))) found.push(warning);
  }
  if (at === 'breach' || 'afterBreach' in at) return found;
  const named = JSON.stringify(at.warning);
  return found.some((one) => JSON.stringify(one) === named) ? found : [...found, at.warning];
}

/** A warning in words: a share, or the time left. */
function useSayWarning(): (warning: StepWarning) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (warning) => {
    if (typeof warning === 'number') return format.share(warning);
    if ('index' in warning) return String(warning.index);
    return t('policy.left', { time: format.exactDuration(warning.remainingSeconds) });
  };
}
