import { useTranslation } from 'react-i18next';
import { roles } from '#domain/access/role.ts';
import { useRoleText } from '../../access/use-role-text.ts';
import type { AuditEntry } from '../queries.ts';

/** An entry in the reader’s words. An action this page has no words for is told as it is. */
export function useAuditSentence(): (entry: AuditEntry) => string {
  const { i18n } = useTranslation();
  const roleText = useRoleText();
  const told = (value: unknown): string => {
    if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(told).join(', ');
    if (value === null || value === undefined) return '–';
    const role = roles.find((each) => each === value);
    return role === undefined ? String(value) : roleText(role).label;
  };
  return ({ action, subject, details }) => {
    const path = `audit.sentences.${action}`;
    if (!i18n.exists(path)) return subject === null ? action : `${action} · ${subject}`;
    const values = Object.entries(details).map(([name, value]) => [name, told(value)] as const);
    return String(i18n.t(path as 'audit.lead', { subject: subject ?? '–', ...Object.fromEntries(values) }));
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
