import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import settingsClasses from '../../settings/settings.module.css';
import { SideSheet } from '../../ui/side-sheet.tsx';
import { formatRaw, readJson } from './json-text.ts';
import type { DeadLetter } from './queries.ts';

interface Props {
  readonly letter: DeadLetter;
  readonly onClose: () => void;
}

/** One rejected event as it was sent, to be mended and taken; all that is wrong with it is told at once. */
export function MendSheet({ letter, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [text, setText] = useState(() => formatRaw(letter.raw));
  const [broken, setBroken] = useState<string | null>(null);
  const taking = useMutation({
    mutationFn: (event: unknown) => call('replay-dead-letter', { params: { id: letter.id }, body: { event } }),
    onSuccess: ({ outcome }) => (outcome === 'rejected' ? undefined : queryClient.invalidateQueries()),
  });
  const { data } = taking;
  const isTaken = data !== undefined && data.outcome !== 'rejected';
  const take = () => {
    const read = readJson(text);
    setBroken('problem' in read ? read.problem : null);
    taking.reset();
    if ('value' in read) taking.mutate(read.value);
  };
  return (
    <SideSheet
      opened
      onClose={onClose}
      side="right"
      size="min(680px, 100vw)"
      title={t('deadLetter.mendTitle', { id: letter.id })}
    >
      <div className={settingsClasses.sheet}>
        <p className={settingsClasses.text}>
          <strong>{letter.reason}</strong>
        </p>
        <Textarea
          label={t('deadLetter.json')}
          description={t('deadLetter.jsonHelp')}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          classNames={{ input: formClasses.mono ?? '' }}
          styles={{ input: { whiteSpace: 'pre' } }}
          rows={18}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
          readOnly={isTaken}
          value={text}
          error={broken !== null && t('deadLetter.notJson', { reason: broken })}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {data?.outcome === 'rejected' && (
          <div className={formClasses.problem} role="alert">
            <div>
              <strong>{t('deadLetter.stillWrong')}</strong>
              <ul>
                {data.defects.map(({ path, code, message }) => (
                  <li key={`${path} ${code}`}>
                    <code>{path}</code> {message}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        <ProblemNote error={taking.error} />
        <p role="status">
          {data?.outcome === 'accepted' && t('deadLetter.taken')}
          {data?.outcome === 'duplicate' && t('deadLetter.known')}
        </p>
        <div>
          {isTaken ? (
            <Button size="xs" onClick={onClose}>
              {t('common.close')}
            </Button>
          ) : (
            <Button size="xs" loading={taking.isPending} onClick={take}>
              {t('deadLetter.take')}
            </Button>
          )}
        </div>
      </div>
    </SideSheet>
  );
}
