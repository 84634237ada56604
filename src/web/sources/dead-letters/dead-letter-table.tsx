import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import settingsClasses from '../../settings/settings.module.css';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import type { DeadLetter } from './queries.ts';

interface Props {
  readonly letters: readonly DeadLetter[];
  readonly onMend: (letter: DeadLetter) => void;
  readonly onDiscard: (letter: DeadLetter) => void;
}

export function DeadLetterTable({ letters, onMend, onDiscard }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const quiet = { variant: 'subtle', color: 'gray', size: 'compact-xs' } as const;
  return (
    <ScrollRegion label={t('deadLetter.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('deadLetter.reason')}</th>
            <th scope="col">{t('deadLetter.path')}</th>
            <th scope="col">{t('deadLetter.sent')}</th>
            <th scope="col">{t('deadLetter.at')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('access.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => {
            const at = format.instant(letter.rejectedAt, zone);
            const of = <span className="visually-hidden">, {t('deadLetter.number', { id: letter.id })}</span>;
            return (
              <tr key={letter.id}>
                <th scope="row" className={settingsClasses.wrapCell}>
                  {letter.reason}
                  <span className={tableClasses.sub}>{letter.code}</span>
                </th>
                <td>{letter.path ?? '–'}</td>
                <td>
                  <code className={tableClasses.sub}>{letter.raw.slice(0, 80)}</code>
                  {letter.hook !== null && (
                    <Link to="/settings/hooks/$id" params={{ id: letter.hook }}>
                      {t('deadLetter.hook')}
                    </Link>
                  )}
                </td>
                <td>{at}</td>
                <td>
                  <div className={settingsClasses.rowActions}>
                    <Button {...quiet} onClick={() => onMend(letter)}>
                      {t('deadLetter.mend')}
                      {of}
                    </Button>
                    <Button {...quiet} onClick={() => onDiscard(letter)}>
                      {t('deadLetter.discard')}
                      {of}
                    </Button>
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
