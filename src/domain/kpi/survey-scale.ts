import type { LocalText } from '../error.ts';
import { coalesce, column, divide, type Expression, literal, multiply } from './expression.ts';
import { answered } from './populations.ts';

/** The score of an answer moved to another scale; an answer without a scale is taken to be on that one. */
export function onScale(top: number): Expression {
  return divide(multiply(column('score'), literal(top)), coalesce(column('scale'), literal(top)));
}

const names: Readonly<Record<string, string>> = { csat: 'CSAT', nps: 'NPS', ces: 'CES' };

export function surveyPopulation(kind: 'csat' | 'nps' | 'ces'): { where: readonly Expression[]; text: LocalText } {
  return {
    where: answered(kind),
    text: {
      en: `${names[kind]} surveys answered, of tickets neither merged nor deleted`,
      fr: `Enquêtes ${names[kind]} ayant reçu une réponse, de tickets ni fusionnés ni supprimés`,
    },
  };
}
