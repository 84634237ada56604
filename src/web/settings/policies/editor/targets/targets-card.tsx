import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { metrics, type Target } from '#domain/sla/policy.ts';
import { Card } from '../../../../ui/card.tsx';
import { newTarget } from '../draft.ts';
import classes from '../editor.module.css';
import { useEditor } from '../editor-context.ts';
import { TargetFields } from './target-fields.tsx';

/** What it promises, target by target. */
export function TargetsCard() {
  const { t } = useTranslation();
  const { policy, change, problemAt } = useEditor();
  const { targets } = policy;
  const none = problemAt('$.targets');
  const unused = metrics.find((metric) => !targets.some((target) => target.metric === metric)) ?? 'first-reply';
  const put = (place: number, target: Target) =>
    change({ targets: targets.map((each, index) => (index === place ? target : each)) });
  return (
    <Card title={t('policy.targetsTitle')} help={t('policy.targetsHelp')}>
      <div className={classes.stack}>
        {targets.map((target, place) => (
          <TargetFields
            key={target.id}
            target={target}
            path={`$.targets[${place}]`}
            onChange={(next) => put(place, next)}
            onRemove={() => change({ targets: targets.filter((_, index) => index !== place) })}
          />
        ))}
        {none !== null && (
          <p className={classes.wrong} role="alert">
            {none}
          </p>
        )}
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => change({ targets: [...targets, newTarget(unused, targets)] })}
          >
            {t('policy.addTarget')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
