import { useTranslation } from 'react-i18next';
import type { Role } from '#domain/access/role.ts';
import classes from './members.module.css';
import { useValueName } from './use-value-name.ts';

interface Props {
  readonly role: Role;
  readonly teams: readonly string[];
  readonly agents: readonly string[];
}

/** What a member sees of the data, in a few words. A lead or agent who was given nothing sees nothing, and that is said. */
export function Sees({ role, teams, agents }: Props) {
  const { t } = useTranslation();
  const nameOf = useValueName('agent');
  if (role === 'client') return <span className={classes.sees}>{t('member.seesShared')}</span>;
  if (role !== 'lead' && role !== 'agent') return <span className={classes.sees}>{t('member.seesAll')}</span>;
  const parts = [
    role === 'agent' && agents.length > 0 ? t('member.seesAs', { names: agents.map(nameOf).join(', ') }) : null,
    teams.length > 0 ? t('member.seesTeams', { names: teams.join(', ') }) : null,
  ].filter((part) => part !== null);
  return <span className={classes.sees}>{parts.length === 0 ? t('member.seesNothing') : parts.join(' · ')}</span>;
}
