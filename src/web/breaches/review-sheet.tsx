import { useTranslation } from 'react-i18next';
import { SideSheet } from '../ui/side-sheet.tsx';
import { ExcuseForm } from './forms/excuse-form.tsx';
import { ExplainForm } from './forms/explain-form.tsx';
import { ReassignForm } from './forms/reassign-form.tsx';
import type { BreachName } from './queries.ts';

export type Deed = 'explain' | 'excuse' | 'reassign';

interface Props {
  readonly deed: Deed;
  readonly breaches: readonly BreachName[];
  /** Told what was done, in words. */
  readonly onDone: (told: string) => void;
  readonly onClose: () => void;
}

const forms = { explain: ExplainForm, excuse: ExcuseForm, reassign: ReassignForm } as const;

/** What somebody says of some breaches. */
export function ReviewSheet({ deed, breaches, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const Form = forms[deed];
  const done = (told: string) => {
    onDone(told);
    onClose();
  };
  return (
    <SideSheet
      opened
      onClose={onClose}
      side="right"
      size="min(460px, 100vw)"
      title={t(`breach.titles.${deed}`, { count: breaches.length })}
    >
      <Form breaches={breaches} onDone={done} />
    </SideSheet>
  );
}
