import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import classes from './seen-part.module.css';

/** Which part of the workspace the figures are of, for readers who see only a part. */
export function SeenPart({ className = classes.part }: { readonly className?: string | undefined }) {
  const { t } = useTranslation();
  const role = useSession().workspace?.role;
  if (role !== 'agent' && role !== 'lead') return null;
  return <span className={className}>{t(role === 'agent' ? 'access.ownFigures' : 'access.teamFigures')}</span>;
}
