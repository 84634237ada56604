import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roles } from '#domain/access/role.ts';
import { useRoleText } from '../../access/use-role-text.ts';
import { useMay } from '../../api/session.ts';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { type AuditEntry, membersQuery } from '../queries.ts';
import { changesIn } from './changes-in.ts';

/** An entry in the reader’s words. An action this page has no words for is told as it is. */
export function useAuditSentence(): (entry: AuditEntry) => string {
  const { i18n } = useTranslation();
  const told = useTold();
  const nameOf = useSubjectName();
  return ({ action, subject, details }) => {
    const path = `audit.sentences.${action}`;
    if (!i18n.exists(path)) return subject === null ? action : `${action} · ${subject}`;
    const values = Object.entries(details).map(([name, value]) => [name, told(name, value)] as const);
    const changes = changesIn(details).map(({ name, before, after }) => {
      const label = `audit.parts.${name}`;
      const known = i18n.exists(label) ? String(i18n.t(label as 'audit.lead')) : name;
      return `${known} ${told(name, before)} → ${told(name, after)}`;
    });
    return String(
      i18n.t(path as 'audit.lead', {
        ...Object.fromEntries(values),
        subject: nameOf(subject, details),
        changes: changes.length === 0 ? '–' : changes.join(' ; '),
      }),
    );
  };
}

/** A value of the details as people say it: roles by their name, instants in the reader’s zone, lists with commas. */
function useTold(): (name: string, value: unknown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const roleText = useRoleText();
  const told = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.length === 0 ? '–' : value.map((each) => told(name, each)).join(', ');
    if (value === null && /(Months|Days)$/.test(name)) return t('data.forGood').toLowerCase();
    if (value === null || value === undefined) return name === 'expiresAt' ? t('access.never').toLowerCase() : '–';
    if (name.endsWith('At') && typeof value === 'string') return format.instant(value, zone);
    if (name === 'scope' && typeof value === 'string' && value in scopeKeys) return t(scopeKeys[value as 'read']);
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    const role = roles.find((each) => name === 'role' && each === value);
    return role === undefined ? String(value) : roleText(role).label;
  };
  return told;
}

const scopeKeys = { ingest: 'token.scopes.ingest', read: 'token.scopes.read', admin: 'token.scopes.admin' } as const;

/** Whom or what an entry is about: the name of a member, else what the details call it, else its id. */
function useSubjectName(): (subject: string | null, details: AuditEntry['details']) => string {
  const may = useMay();
  const members = useQuery({ ...membersQuery, enabled: may('manage-members') }).data ?? [];
  return (subject, { email, name, title }) => {
    const member = members.find(({ id }) => id === subject);
    const known = [member?.name, email, title, name].find((text) => typeof text === 'string' && text !== '');
    return String(known ?? subject ?? '–');
  };
}

export function useActorName(): (actor: AuditEntry['actor']) => string {
  const { t } = useTranslation();
  return ({ kind, id, name }) => {
    if (kind === 'system') return t('common.product');
    if (kind === 'operator') return t('audit.commandLine');
    const known = name ?? id ?? '–';
    return kind === 'token' ? t('audit.byToken', { name: known }) : known;
  };
}
