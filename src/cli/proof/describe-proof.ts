import type { Language, LocalText } from '#domain/error.ts';
import { alignRows, oneLine } from '../format/align.ts';
import { formatSpan } from '../format/figures.ts';
import { formatLocalTime } from '../format/local-time.ts';
import { drawSpans } from './draw-spans.ts';
import { type ClockProof, holderWords, type Proof, spanWords, wordOf } from './words.ts';

interface View {
  readonly proof: Proof;
  readonly language: Language;
  readonly columns: number;
}

/** The proof of a ticket in words: who held it, and each clock span by span. */
export function describeProof(proof: Proof, language: Language, columns: number): string[] {
  const view: View = { proof, language, columns };
  const say = (text: LocalText) => text[language];
  const none = {
    en: 'No clock runs on this ticket: no policy applies.',
    fr: 'Aucun délai ne court sur ce ticket : aucune règle ne s’y applique.',
  };
  return [
    ...headOf(view),
    '',
    ...holdersOf(view),
    ...(proof.clocks.length === 0
      ? ['', say(none)]
      : proof.clocks.flatMap((clock) => ['', ...describeClock(view, clock)])),
    '',
    say({
      en: `Times of ${proof.timeZone}, as of ${time(view, proof.now)}.   ▓ counted   █ beyond the target   ░ not counted`,
      fr: `Heures de ${proof.timeZone}, situation au ${time(view, proof.now)}.   ▓ compté   █ au-delà de l’objectif   ░ non compté`,
    }),
  ];
}

function time({ proof }: View, instant: string): string {
  return formatLocalTime(instant, proof.timeZone);
}

function headOf({ proof: { ticket }, language }: View): string[] {
  const verdict: Readonly<Record<string, LocalText>> = {
    true: { en: 'kept, says the source', fr: 'tenu, selon la source' },
    false: { en: 'not kept, says the source', fr: 'non tenu, selon la source' },
  };
  const facts = [
    ticket.status && wordOf('status', ticket.status, language),
    ticket.priority,
    ticket.channel,
    ticket.marketplace,
    verdict[String(ticket.sourceSlaMet)]?.[language],
  ].filter(Boolean);
  return [oneLine([ticket.key, ticket.subject].filter(Boolean).join(' · ')), facts.join(' · ')].filter(
    (line) => line !== '',
  );
}

function holdersOf(view: View): string[] {
  const { proof, language } = view;
  const title = { en: 'Held by', fr: 'Tenu par' }[language];
  const rows = proof.holders.map(({ from, to, holder }) => {
    const until = to ?? proof.now;
    const seconds = (Date.parse(until) - Date.parse(from)) / 1000;
    return [
      `${time(view, from)} → ${to === null ? '…' : time(view, to)}`,
      holderWords(holder, proof.labels, language),
      to === null && holder.kind === 'nobody' ? '' : formatSpan(seconds, language),
    ];
  });
  return [title, ...alignRows(rows)];
}

function describeClock(view: View, { clock, policy, calendar, spans, formula }: ClockProof): string[] {
  const { proof, language, columns } = view;
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const used = formatSpan(clock.elapsedSeconds, language);
  const target = formatSpan(clock.targetSeconds, language);
  const cycle = clock.cycle > 1 ? say(` (cycle ${clock.cycle})`, ` (cycle ${clock.cycle})`) : '';
  const metric = `${wordOf('metric', clock.metric, language)}${cycle}`;
  const status = wordOf('clock', clock.status, language);
  const zone = calendar.id === 'always' ? '' : `, ${calendar.timeZone}`;
  const rows = spans.map((span) => [
    span.kind === 'counted' ? '▓' : '░',
    `${time(view, span.from)} → ${time(view, span.to)}`,
    span.kind === 'counted' ? formatSpan(span.seconds, language) : '–',
    spanWords(span, language),
    span.holder ? holderWords(span.holder, proof.labels, language) : '',
  ]);
  return [
    `${metric}${say(':', ' :')} ${status} — ${say(`${used} of ${target}`, `${used} sur ${target}`)}`,
    say(
      `  Policy “${policy.name}” (${policy.id}, version ${policy.version}, no. ${policy.rule} of the list), target ${clock.target}`,
      `  Règle « ${policy.name} » (${policy.id}, version ${policy.version}, n° ${policy.rule} de la liste), objectif ${clock.target}`,
    ),
    say(
      `  Calendar “${calendar.name}” (${calendar.id}, version ${calendar.version}${zone})`,
      `  Calendrier « ${calendar.name} » (${calendar.id}, version ${calendar.version}${zone})`,
    ),
    `  ${instantsOf(view, clock)}`,
    `  ${drawSpans(spans, clock.targetSeconds, Math.max(20, Math.min(columns - 4, 96)))}`,
    ...alignRows(rows),
    ...remarksOf(view, clock),
    `  ${say('Formula:', 'Formule :')} ${formula[language]}`,
  ];
}

function instantsOf(view: View, clock: ClockProof['clock']): string {
  const { language } = view;
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const by = clock.stoppedBy === null ? '' : ` (${wordOf('stop', clock.stoppedBy, language)})`;
  const parts = [
    say(`started ${time(view, clock.startedAt)}`, `départ ${time(view, clock.startedAt)}`),
    clock.dueAt && say(`due ${time(view, clock.dueAt)}`, `échéance ${time(view, clock.dueAt)}`),
    clock.breachedAt && say(`breached ${time(view, clock.breachedAt)}`, `dépassé ${time(view, clock.breachedAt)}`),
    clock.stoppedAt && say(`stopped ${time(view, clock.stoppedAt)}${by}`, `arrêt ${time(view, clock.stoppedAt)}${by}`),
  ];
  return parts.filter(Boolean).join(' · ');
}

function remarksOf({ proof, language }: View, clock: ClockProof['clock']): string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const remarks: string[] = [];
  const { holderAtBreach: breaker } = clock;
  if (breaker) {
    const name = holderWords(breaker, proof.labels, language);
    remarks.push(say(`At the breach the ticket was with: ${name}`, `Au dépassement, le ticket était chez : ${name}`));
  }
  if (clock.provisional)
    remarks.push(say('Provisional until the ticket is closed.', 'Provisoire jusqu’à la clôture du ticket.'));
  if (clock.superseded) remarks.push(say('Of a policy that was replaced since.', 'D’une règle remplacée depuis.'));
  if (clock.bounded) {
    remarks.push(
      say(
        'Some instants are only known to lie between two observations.',
        'Certains instants ne sont connus qu’entre deux observations.',
      ),
    );
  }
  return remarks.map((remark) => `  ${remark}`);
}
