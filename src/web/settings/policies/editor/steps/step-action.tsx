import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StepAction } from '#domain/sla/escalation/step.ts';
import { type ActionKind, actionKinds, actionOfKind, kindOfAction } from '../draft.ts';
import classes from '../editor.module.css';
import { useEditor } from '../editor-context.ts';
import { ValueSelect } from './value-select.tsx';

interface Props {
  readonly action: StepAction;
  readonly place: number;
  readonly path: string;
  readonly onChange: (action: StepAction) => void;
  readonly onRemove: () => void;
}

/** One thing that a step does, and to what. */
export function StepActionFields({ action, place, path, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const { channels } = useEditor();
  const firstFor = (kind: ActionKind) =>
    channels?.find((channel) => kind === 'notify-channel' || channel.kind === 'webhook')?.id ?? '';
  return (
    <div className={classes.action}>
      <NativeSelect
        size="xs"
        label={t('policy.action', { n: place + 1 })}
        value={kindOfAction(action)}
        onChange={(event) => {
          const kind = event.currentTarget.value as ActionKind;
          onChange(actionOfKind(kind, firstFor(kind)));
        }}
        data={actionKinds.map((value) => ({ value, label: t(`policy.actions.${value}`) }))}
      />
      {'channel' in action && <ChannelSelect action={action} path={path} onChange={onChange} />}
      <Detail action={action} path={path} onChange={onChange} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('policy.removeAction', { n: place + 1 })}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}

type Part = Pick<Props, 'path' | 'onChange'>;

function ChannelSelect({
  action,
  path,
  onChange,
}: Part & { readonly action: Extract<StepAction, { readonly channel: string }> }) {
  const { t } = useTranslation();
  const { channels, problemAt } = useEditor();
  const fit = channels?.filter(({ kind }) => action.type === 'notify' || kind === 'webhook');
  const known = fit?.some(({ id }) => id === action.channel) === true;
  return (
    <NativeSelect
      size="xs"
      label={t('policy.channel')}
      value={action.channel}
      error={fit?.length === 0 ? t('policy.noChannels') : problemAt(`${path}.channel`)}
      onChange={(event) => onChange({ ...action, channel: event.currentTarget.value })}
      data={[
        ...(known ? [] : [{ value: action.channel, label: action.channel || t('policy.channelNone') }]),
        ...(fit ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

function Detail({ action, path, onChange }: Part & { readonly action: StepAction }) {
  const { t } = useTranslation();
  const { problemAt } = useEditor();
  if (action.type === 'notify' && action.to === 'address') {
    return (
      <TextInput
        size="xs"
        type="email"
        label={t('policy.address')}
        autoComplete="off"
        value={action.address}
        error={problemAt(`${path}.address`)}
        onChange={(event) => onChange({ ...action, address: event.currentTarget.value })}
      />
    );
  }
  if (action.type === 'reassign') {
    const dimension = action.agent === undefined ? 'team' : 'agent';
    return (
      <ValueSelect
        dimension={dimension}
        label={t(`policy.${dimension}`)}
        value={action[dimension] ?? ''}
        error={problemAt(`${path}.${dimension}`)}
        onChange={(value) => onChange({ type: 'reassign', channel: action.channel, [dimension]: value })}
      />
    );
  }
  if (action.type === 'set-priority') {
    return (
      <ValueSelect
        dimension="priority"
        label={t('policy.priority')}
        value={action.priority}
        error={problemAt(`${path}.priority`)}
        onChange={(priority) => onChange({ ...action, priority })}
      />
    );
  }
  if (action.type !== 'tag') return null;
  return (
    <TextInput
      size="xs"
      label={t('policy.tag')}
      autoComplete="off"
      value={action.tag}
      error={problemAt(`${path}.tag`)}
      onChange={(event) => onChange({ ...action, tag: event.currentTarget.value })}
    />
  );
}
