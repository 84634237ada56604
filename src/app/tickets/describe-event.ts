import { fillTemplate, type Language, type LocalText } from '#domain/error.ts';
import type { Event, EventData, EventType } from '#domain/ticket/event.ts';

/** What `{agent}`, `{status}`… stand for comes from the event's data. */
const texts = {
  created: { en: 'Ticket created', fr: 'Ticket créé' },
  updated: { en: 'Changed: {changes}', fr: 'Modifié : {changes}' },
  assigned: { en: 'Assigned to {who}', fr: 'Affecté à {who}' },
  unassigned: { en: 'Assignment removed', fr: 'Affectation retirée' },
  status: { en: 'Status: {status}', fr: 'Statut : {status}' },
  stage: { en: 'Stage: {stage}', fr: 'Étape : {stage}' },
  reply: { en: 'Reply of the agent', fr: 'Réponse de l’agent' },
  customer: { en: 'Message of the customer', fr: 'Message du client' },
  note: { en: 'Internal note', fr: 'Note interne' },
  automatic: { en: 'Automatic message', fr: 'Message automatique' },
  bot: { en: 'Message of the bot', fr: 'Message du robot' },
  'no-reply-needed': { en: 'No reply needed', fr: 'Pas de réponse attendue' },
  work: { en: 'Work of {seconds} s', fr: 'Travail de {seconds} s' },
  abandoned: { en: 'The customer left before an agent came', fr: 'Le client est parti avant qu’un agent n’arrive' },
  merged: { en: 'Merged into {into}', fr: 'Fusionné dans {into}' },
  deleted: { en: 'Deleted', fr: 'Supprimé' },
  'survey-sent': { en: 'Survey sent ({kind})', fr: 'Enquête envoyée ({kind})' },
  'survey-answered': { en: 'Survey answered ({kind}): {score}', fr: 'Enquête remplie ({kind}) : {score}' },
  other: { en: '{type}', fr: '{type}' },
} as const satisfies Record<string, LocalText>;

type TextName = keyof typeof texts;

const statusNames: Readonly<Record<string, LocalText>> = {
  new: { en: 'new', fr: 'nouveau' },
  open: { en: 'open', fr: 'ouvert' },
  pending: { en: 'pending', fr: 'en attente du client' },
  'on-hold': { en: 'on hold', fr: 'en attente d’un tiers' },
  solved: { en: 'solved', fr: 'résolu' },
  closed: { en: 'closed', fr: 'clos' },
};

const textOfType: Readonly<Partial<Record<EventType, TextName>>> = {
  'ticket.created': 'created',
  'ticket.updated': 'updated',
  'ticket.status': 'status',
  'ticket.stage': 'stage',
  'ticket.no-reply-needed': 'no-reply-needed',
  'ticket.work': 'work',
  'ticket.abandoned': 'abandoned',
  'ticket.merged': 'merged',
  'ticket.deleted': 'deleted',
  'survey.sent': 'survey-sent',
  'survey.answered': 'survey-answered',
};

/** What happened, in a few words of each language. `nameOf` gives the name of an agent's id. */
export function describeEvent({ type, data }: Event, nameOf: (agent: string) => string): LocalText {
  const template = texts[textName(type, data)];
  const written = (language: Language) => fillTemplate(template[language], paramsOf(type, data, language, nameOf));
  return { en: written('en'), fr: written('fr') };
}

function textName(type: EventType, data: EventData): TextName {
  if (type === 'ticket.message') return messageName(data);
  if (type === 'ticket.assigned') return data.agent == null && data.team == null ? 'unassigned' : 'assigned';
  return textOfType[type] ?? 'other';
}

/** Only a public message of an agent that is not automatic is a reply. */
function messageName({ actor, direction, public: isPublic, automatic }: EventData): TextName {
  if (isPublic === false) return 'note';
  if (actor?.kind === 'bot') return 'bot';
  if (automatic === true || actor?.kind === 'system') return 'automatic';
  return actor?.kind === 'customer' || direction === 'inbound' ? 'customer' : 'reply';
}

function paramsOf(type: string, data: EventData, language: Language, nameOf: (agent: string) => string) {
  const status = data.status ?? '';
  const people = [data.agent == null ? null : nameOf(data.agent), data.team].filter((one) => one != null);
  return {
    type,
    who: people.join(', '),
    status: [statusNames[status]?.[language] ?? status, data.label].filter(Boolean).join(' – '),
    stage: [data.pipeline, data.stage].filter(Boolean).join(' / ') || '–',
    changes: changesOf(data),
    seconds: data.seconds ?? 0,
    into: data.into ?? '',
    kind: data.kind ?? '',
    score: data.score === undefined ? '–' : `${data.score}${data.scale == null ? '' : `/${data.scale}`}`,
  };
}

/** `priority = urgent, team = Paris`; lists and nested values as JSON. */
function changesOf(data: EventData): string {
  return Object.entries(data)
    .filter(([name]) => !['actor', 'sequence', 'observed'].includes(name))
    .flatMap(([name, value]) => (name === 'fields' && value ? Object.entries(value) : [[name, value]]))
    .map(([name, value]) => `${name} = ${typeof value === 'object' && value !== null ? JSON.stringify(value) : value}`)
    .join(', ');
}
