import type { z } from 'zod';
import type { proof } from '#contract/schemas/proof.ts';
import type { Language, LocalText } from '#domain/error.ts';

export type Proof = z.infer<typeof proof>;
export type ClockProof = Proof['clocks'][number];
export type Span = ClockProof['spans'][number];
type Holder = NonNullable<Span['holder']>;

const words: Readonly<Record<string, LocalText>> = {
  'status.new': { en: 'new', fr: 'nouveau' },
  'status.open': { en: 'open', fr: 'ouvert' },
  'status.pending': { en: 'waiting for the customer', fr: 'en attente du client' },
  'status.on-hold': { en: 'on hold', fr: 'en suspens' },
  'status.solved': { en: 'solved', fr: 'résolu' },
  'status.closed': { en: 'closed', fr: 'clos' },
  'metric.assignment': { en: 'Assignment', fr: 'Affectation' },
  'metric.first-reply': { en: 'First reply', fr: 'Première réponse' },
  'metric.next-reply': { en: 'Next reply', fr: 'Réponse suivante' },
  'metric.periodic-update': { en: 'Periodic update', fr: 'Point régulier' },
  'metric.resolution': { en: 'Resolution', fr: 'Résolution' },
  'metric.ownership': { en: 'Ownership', fr: 'Prise en charge' },
  'clock.running': { en: 'RUNNING', fr: 'EN COURS' },
  'clock.paused': { en: 'PAUSED', fr: 'EN PAUSE' },
  'clock.met': { en: 'MET', fr: 'RESPECTÉ' },
  'clock.breached': { en: 'BREACHED', fr: 'DÉPASSÉ' },
  'clock.cancelled': { en: 'CANCELLED', fr: 'ANNULÉ' },
  'holder.nobody': { en: 'nobody', fr: 'personne' },
  'holder.customer': { en: 'the customer', fr: 'le client' },
  'holder.third-party': { en: 'a third party', fr: 'un tiers' },
  'holder.agent': { en: 'agent', fr: 'agent' },
  'holder.bot': { en: 'the bot', fr: 'le bot' },
  'holder.queue': { en: 'queue', fr: 'file' },
  'span.counted': { en: 'counted', fr: 'compté' },
  'span.closed': { en: 'not counted: outside hours', fr: 'non compté : hors horaires' },
  'span.paused': { en: 'not counted: paused', fr: 'non compté : en pause' },
  'span.solved': { en: 'not counted: solved', fr: 'non compté : résolu' },
  'stop.reply': { en: 'an agent’s reply', fr: 'réponse d’un agent' },
  'stop.solved': { en: 'ticket solved', fr: 'ticket résolu' },
  'stop.assigned': { en: 'agent assigned', fr: 'agent affecté' },
  'stop.no-reply-needed': { en: 'no reply needed', fr: 'aucune réponse attendue' },
  'stop.merged': { en: 'ticket merged', fr: 'ticket fusionné' },
  'stop.deleted': { en: 'ticket deleted', fr: 'ticket supprimé' },
  'stop.pending': { en: 'waiting for the customer', fr: 'attente du client' },
  'stop.policy': { en: 'change of policy', fr: 'changement de règle' },
  'stop.release': { en: 'handed on', fr: 'passage de main' },
};

/** A word of ours for people; what we do not know stays as it is. */
export function wordOf(kind: string, value: string, language: Language): string {
  return words[`${kind}.${value}`]?.[language] ?? value;
}

/** Who holds the ticket, by name where one is known. */
export function holderWords(holder: Holder, labels: Proof['labels'], language: Language): string {
  const word = wordOf('holder', holder.kind, language);
  if (holder.id === null) return word;
  const dimension = holder.kind === 'queue' ? 'team' : 'agent';
  return `${word} ${labels[dimension]?.[holder.id] ?? holder.id}`;
}

/** Whether a span counts, and why not. */
export function spanWords({ kind, reason }: Span, language: Language): string {
  const word = wordOf('span', kind, language);
  if (reason === null || kind === 'solved') return word;
  return `${word} (${wordOf('status', reason, language)})`;
}
