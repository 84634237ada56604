import { plainWords } from './words.ts';

/** Tried in this order: a word that tells more stands before one that it contains. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/re ?open|rouver|non resol|unresolved|unsolved|not solved/, 'open'],
  [
    /vendor|fournisseur|third|tiers|supplier|partner|partenaire|transporteur|carrier|implementation|awaiting problem/,
    'on-hold',
  ],
  [/on hold|\bhold\b|suspendu|en pause|paused|stand ?by|\bgele\b/, 'on-hold'],
  [/awaiting assignment|en attente d (affectation|attribution|agent)/, 'open'],
  [/attente|attend|waiting|\bwait\b|awaiting|pending|need.* info|more info|info.* (requise|demandee)/, 'pending'],
  [/en cours|in progress|in process|traitement|take in charge|pris en charge|prise en charge/, 'open'],
  [/\bclos|ferme|closed|cloture|archiv|cancel|annul|rejet|reject/, 'closed'],
  [/resol|solved|\bdone\b|complete|fixed|\btraite|termine|regle|finished/, 'solved'],
  [/nouve|\bnew\b|a traiter|to ?do|\brecu|registered|unassigned|insert|creat|\bcree/, 'new'],
  [/ouvert|\bopen|activ|\bactif|assign|accept|affecte|attribue|work|queued|repris|escala|delegat/, 'open'],
];

/** Which of our six statuses a source's word means, French or English; null when it tells nothing. */
export function guessStatus(word: string): string | null {
  const plain = plainWords(word);
  return rules.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
