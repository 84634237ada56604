import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Where the figure stands: row and column. */
  readonly at: string;
  readonly className: string | undefined;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** A figure that opens the tickets behind it; to screen readers it says where it stands and what a click does. */
export function OpensTickets({ at, className, onOpen, children }: Props) {
  const { t } = useTranslation();
  return (
    <button type="button" className={className} onClick={onOpen}>
      <span className="visually-hidden">{t('common.pair', { name: at, value: '' })}</span>
      {children}
      <span className="visually-hidden">. {t('report.seeTickets')}</span>
    </button>
  );
}
