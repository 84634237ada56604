import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../api/workspace.ts';
import { Choices } from '../../../form/choices.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import settingsClasses from '../../settings.module.css';
import type { Begin } from './draft.ts';
import { useEditor } from './editor-context.ts';

interface Props {
  readonly begin: Begin;
  readonly onBegin: (begin: Begin) => void;
  /** The date is no date, and somebody tried to save it. */
  readonly wrong: boolean;
}

/** From when on the version holds, and whether tickets that are open then take it over. */
export function BeginCard({ begin, onBegin, wrong }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const { policy, isNew, change } = useEditor();
  const kinds = isNew ? (['now', 'date'] as const) : (['now', 'same', 'date'] as const);
  const when = policy.effectiveFrom === '' ? '' : format.instant(policy.effectiveFrom, timeZone);
  return (
    <Card>
      <div className={settingsClasses.fields}>
        <Choices
          legend={t('policy.begin')}
          value={begin.kind}
          onChange={(kind) => onBegin(kind === 'date' ? { kind, date: '' } : { kind })}
          choices={kinds.map((value) => ({
            value,
            label: t(`policy.begins.${value}`, { when }),
            help: t(`policy.beginHelp.${value}`),
          }))}
        />
        {begin.kind === 'date' && (
          <TextInput
            type="date"
            label={t('policy.beginDate')}
            value={begin.date}
            error={wrong ? t('policy.beginDateBad') : null}
            onChange={(event) => onBegin({ kind: 'date', date: event.currentTarget.value })}
          />
        )}
        <Checkbox
          label={t('policy.openToo')}
          description={t('policy.openTooHelp')}
          checked={policy.openTicketsToo === true}
          onChange={(event) => change({ openTicketsToo: event.currentTarget.checked })}
        />
      </div>
    </Card>
  );
}
