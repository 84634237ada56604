import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Step, StepAction } from '#domain/sla/escalation/step.ts';
import classes from '../editor.module.css';
import { useEditor } from '../editor-context.ts';
import { useTargetName } from '../use-target-name.ts';
import { StepActionFields } from './step-action.tsx';
import { StepMomentFields } from './step-moment.tsx';

interface Props {
  readonly step: Step;
  readonly place: number;
  readonly onChange: (step: Step) => void;
  readonly onRemove: () => void;
}

/** One step: when it is due, of which targets, and what it does. */
export function StepFields({ step, place, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const { problemAt } = useEditor();
  const name = t('policy.stepN', { n: place + 1 });
  const path = `$.steps[${place}]`;
  const wrong = problemAt(`${path}.do`);
  const put = (at: number, action: StepAction) =>
    onChange({ ...step, do: step.do.map((each, index) => (index === at ? action : each)) });
  return (
    <fieldset className={classes.part}>
      <legend>{name}</legend>
      <ActionIcon
        className={classes.remove ?? ''}
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('policy.removeStep', { n: place + 1 })}
        onClick={onRemove}
      >
        <IconTrash size={15} aria-hidden />
      </ActionIcon>
      <StepMomentFields step={step} path={path} onChange={onChange} />
      <StepTargets step={step} onChange={onChange} />
      {step.do.map((action, at) => (
        <StepActionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: an action has no name but its place
          key={`${at} of ${step.do.length}`}
          action={action}
          place={at}
          path={`${path}.do[${at}]`}
          onChange={(next) => put(at, next)}
          onRemove={() => onChange({ ...step, do: step.do.filter((_, index) => index !== at) })}
        />
      ))}
      {wrong !== null && <p className={classes.wrong}>{wrong}</p>}
      <div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => onChange({ ...step, do: [...step.do, { type: 'notify', to: 'manager' }] })}
        >
          {t('policy.addAction')}
        </Button>
      </div>
    </fieldset>
  );
}

function StepTargets({ step, onChange }: Pick<Props, 'step' | 'onChange'>) {
  const { t } = useTranslation();
  const { policy } = useEditor();
  const nameOf = useTargetName();
  const { targets: chosen, ...rest } = step;
  if (policy.targets.length < 2) return null;
  const toggle = (id: string, on: boolean) => {
    const before = chosen ?? policy.targets.map((target) => target.id);
    const next = on ? [...before, id] : before.filter((each) => each !== id);
    const all = policy.targets.every((target) => next.includes(target.id));
    onChange(all ? rest : { ...rest, targets: next });
  };
  return (
    <fieldset className={classes.group}>
      <legend>{t('policy.ofTargets')}</legend>
      <div className={classes.checks}>
        {policy.targets.map((target) => (
          <Checkbox
            key={target.id}
            size="xs"
            label={nameOf(target)}
            checked={chosen === undefined || chosen.includes(target.id)}
            onChange={(event) => toggle(target.id, event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
