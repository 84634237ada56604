import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Step } from '#domain/sla/escalation/step.ts';
import { Card } from '../../../../ui/card.tsx';
import settingsClasses from '../../../settings.module.css';
import { freeId } from '../draft.ts';
import classes from '../editor.module.css';
import { useEditor } from '../editor-context.ts';
import { StepFields } from './step-fields.tsx';

/** What happens at a warning, at a breach and after it. */
export function StepsCard() {
  const { t } = useTranslation();
  const { policy, change } = useEditor();
  const steps = policy.steps ?? [];
  const add = () => {
    const id = freeId(
      `step-${steps.length + 1}`,
      steps.map((step) => step.id),
    );
    change({ steps: [...steps, { id, at: 'breach', do: [{ type: 'notify', to: 'agent' }] }] });
  };
  const put = (place: number, step: Step) =>
    change({ steps: steps.map((each, index) => (index === place ? step : each)) });
  return (
    <Card title={t('policy.steps')} help={t('policy.stepsHelp')}>
      <div className={classes.stack}>
        {steps.length === 0 && <p className={settingsClasses.text}>{t('policy.noSteps')}</p>}
        {steps.map((step, place) => (
          <StepFields
            key={step.id}
            step={step}
            place={place}
            onChange={(next) => put(place, next)}
            onRemove={() => change({ steps: steps.filter((_, index) => index !== place) })}
          />
        ))}
        <div>
          <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('policy.addStep')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
