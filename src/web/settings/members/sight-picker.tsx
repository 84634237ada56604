import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#domain/access/role.ts';
import formClasses from '../../form/form.module.css';
import { ValueList } from '../../reports/filters/value-list.tsx';
import classes from './members.module.css';
import { useValueName } from './use-value-name.ts';

interface Props {
  readonly role: Role;
  readonly teams: readonly string[];
  readonly agents: readonly string[];
  readonly onTeams: (teams: string[]) => void;
  readonly onAgents: (agents: string[]) => void;
}

/** What somebody sees of the data: nothing to say but for leads, who see teams, and agents, who see themselves too. */
export function SightPicker({ role, teams, agents, onTeams, onAgents }: Props) {
  const { t } = useTranslation();
  if (role !== 'lead' && role !== 'agent') return null;
  return (
    <>
      {role === 'agent' && (
        <Picker
          dimension="agent"
          legend={t('member.agents')}
          help={t('member.agentsHelp')}
          chosen={agents}
          onChange={onAgents}
        />
      )}
      <Picker
        dimension="team"
        legend={t('member.teams')}
        help={t(role === 'lead' ? 'member.teamsOfLead' : 'member.teamsOfAgent')}
        chosen={teams}
        onChange={onTeams}
      />
    </>
  );
}

interface PickerProps {
  readonly dimension: 'team' | 'agent';
  readonly legend: string;
  readonly help: string;
  readonly chosen: readonly string[];
  readonly onChange: (values: string[]) => void;
}

function Picker({ dimension, legend, help, chosen, onChange }: PickerProps) {
  const { t } = useTranslation();
  const nameOf = useValueName(dimension);
  return (
    <section className={classes.picker} aria-label={legend}>
      <p className={formClasses.legend}>{legend}</p>
      <p className={classes.help}>{help}</p>
      {chosen.length > 0 && (
        <ul className={classes.chosen}>
          {chosen.map((value) => (
            <li key={value}>
              {nameOf(value)}
              <button
                type="button"
                aria-label={t('member.takeOut', { name: nameOf(value) })}
                onClick={() => onChange(chosen.filter((each) => each !== value))}
              >
                <IconX size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ValueList
        dimension={dimension}
        name={legend}
        chosen={chosen}
        onChange={(values) => onChange(values.filter((value) => value !== null))}
        onlyNamed
      />
    </section>
  );
}
