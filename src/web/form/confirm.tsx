import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';
import { ProblemNote } from './problem-note.tsx';

interface Props {
  readonly title: string;
  /** What will happen, and what cannot be undone. */
  readonly lead: string;
  readonly action: string;
  readonly run: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks before something that ends access or deletes; the safe way out has the focus. */
export function Confirm({ title, lead, action, run, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const doing = useMutation({
    mutationFn: run,
    onSuccess: () => {
      onDone();
      onClose();
    },
  });
  return (
    <Modal.Root opened onClose={onClose} centered size={440}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content>
        <Modal.Body p={20}>
          <Modal.Title mb={6} fz="md">
            {title}
          </Modal.Title>
          <p className={classes.confirm}>{lead}</p>
          <ProblemNote error={doing.error} />
          <div className={classes.confirmActions}>
            <Button variant="default" size="xs" data-autofocus onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button size="xs" color="var(--v-breached)" loading={doing.isPending} onClick={() => doing.mutate()}>
              {action}
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
