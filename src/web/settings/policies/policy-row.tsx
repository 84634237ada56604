import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DragEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import type { Policy } from '#domain/sla/policy.ts';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import settingsClasses from '../settings.module.css';
import classes from './policies.module.css';
import { useSayFilter } from './use-say-filter.ts';

interface Props {
  readonly policy: Policy;
  readonly inForce: boolean;
  readonly place: number;
  readonly last: boolean;
  /** Something is dragged over it. */
  readonly over: boolean;
  /** Null: it cannot be moved. */
  readonly onMove: ((to: number) => void) | null;
  readonly drag: Readonly<
    Record<'onDragStart' | 'onDragOver' | 'onDrop' | 'onDragEnd', DragEventHandler<HTMLLIElement>>
  >;
}

/** A policy of the list: its name, for which tickets, how much it promises, whether it holds. */
export function PolicyRow({ policy, inForce, place, last, over, onMove, drag }: Props) {
  const { t } = useTranslation();
  const say = useSayFilter();
  const { id, name, when, targets } = policy;
  const arrow = { variant: 'subtle', color: 'gray', size: 'sm' } as const;
  return (
    <li className={classes.row} data-over={over || undefined} draggable={onMove !== null} {...(onMove && drag)}>
      {onMove !== null && <IconGripVertical size={15} className={classes.grip} aria-hidden />}
      <div className={classes.about}>
        <Link to="/settings/policies/$id" params={{ id }} className={classes.name} draggable={false}>
          {name}
        </Link>
        <span className={classes.conditions}>{say(when)}</span>
      </div>
      <span className={classes.count}>{t('policy.targets', { count: targets.length })}</span>
      <Standing policy={policy} inForce={inForce} />
      {onMove !== null && (
        <div className={settingsClasses.rowActions}>
          <ActionIcon
            {...arrow}
            aria-label={t('policy.up', { name })}
            aria-disabled={place === 0}
            onClick={() => onMove(place - 1)}
          >
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            {...arrow}
            aria-label={t('policy.down', { name })}
            aria-disabled={last}
            onClick={() => onMove(place + 1)}
          >
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </li>
  );
}

function Standing({ policy, inForce }: Pick<Props, 'policy' | 'inForce'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  if (inForce) return <span className={settingsClasses.badge}>{t('policy.inForce')}</span>;
  const ended = policy.retired === true;
  const when = format.instant(policy.effectiveFrom, zone);
  return (
    <span className={`${settingsClasses.badge} ${ended ? '' : settingsClasses.due}`}>
      {ended ? t('policy.ended') : t('policy.waiting', { when })}
    </span>
  );
}
