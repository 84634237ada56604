import { describe, expect, test } from 'vitest';
import { previewFile } from '../open-file.ts';
import { fileOf } from '../testing.ts';
import { guessStatus } from './guess/status-words.ts';
import type { GuessedMapping } from './guess-mapping.ts';
import { parseMapping } from './mapping.ts';

async function guess(...lines: string[]): Promise<GuessedMapping> {
  const preview = await previewFile(fileOf(lines.join('\n')), { timeZone: 'Europe/Paris' });
  if (preview.guess === null) throw new Error('no table');
  return preview.guess;
}

describe('guessing a mapping', () => {
  test('French headers of one row per ticket', async () => {
    const found = await guess(
      'N° ticket;Créé le;Première réponse;Résolu le;Agent;Groupe;Statut;Priorité;Canal;Client;Note de satisfaction;Couleur',
      'T-1;29/02/2026 09:00;;;Léa;Retours;Résolu;Haute;E-mail;C1;4;bleu'.replace('29/02', '28/02'),
      'T-2;01/03/2026 09:00;01/03/2026 10:00;01/03/2026 11:00;Tom;Retours;En attente client;Basse;Chat;C2;;vert',
    );
    expect(found.mapping).toEqual({
      shape: 'tickets',
      timeZone: 'Europe/Paris',
      timeFormat: 'dd/MM/yyyy HH:mm',
      missing: [''],
      delimiter: ';',
      columns: {
        'N° ticket': 'ticket',
        'Créé le': 'createdAt',
        'Première réponse': 'firstReplyAt',
        'Résolu le': 'solvedAt',
        Agent: 'agent',
        Groupe: 'team',
        Statut: 'status',
        Priorité: 'priority',
        Canal: 'channel',
        Client: 'customer.id',
        'Note de satisfaction': 'csat.score',
      },
      values: { status: { 'En attente client': 'pending', Résolu: 'solved' } },
    });
    expect(found).toMatchObject({ unknownColumns: ['Couleur'], missingTargets: [], ambiguousDates: false });
    expect(found.confidence['N° ticket']).toBeGreaterThan(0.9);
    expect(parseMapping(found.mapping).shape).toBe('tickets');
  });

  test.each(['Modified', 'Last update', 'Change Date+Time', 'Mis à jour le', 'Dernière modification'])(
    'a ticket on several rows, each with “%s”, is one row per change',
    async (header) => {
      const found = await guess(`Incident;${header};State`, 'I1;7/14/2023 12:05;New', 'I1;7/14/2023 13:05;Closed');
      expect(found.mapping).toMatchObject({ shape: 'history', columns: { [header]: 'time' } });
    },
  );

  test('English headers of one row per change', async () => {
    const found = await guess(
      'Ticket ID,Timestamp,Status,Assignee,Group,Priority',
      '1,2026-01-05T09:00:00Z,New,,Support,high',
      '1,2026-01-05T09:30:00Z,Waiting for customer,Ann,Support,high',
      '2,2026-01-06T09:30:00Z,Frobbed,NULL,Support,low',
    );
    expect(found.mapping).toMatchObject({
      shape: 'history',
      timeFormat: 'iso',
      missing: ['', 'NULL'],
      columns: {
        'Ticket ID': 'ticket',
        Timestamp: 'time',
        Status: 'status',
        Assignee: 'agent',
        Group: 'team',
        Priority: 'priority',
      },
      values: { status: { New: 'new', 'Waiting for customer': 'pending' } },
    });
    expect(found.unknownStatuses).toEqual(['Frobbed']);
  });

  test('the log of a process: case, activity, resource', async () => {
    const found = await guess(
      'Case ID,Activity,Resource,Complete Timestamp,seriousness',
      'Case 1,Take in charge ticket,Value 1,2012/10/09 14:50:17.000,Value 1',
      'Case 1,Wait,Value 1,2012/10/09 14:51:01.000,Value 1',
      'Case 1,Resolve ticket,Value 2,2012/10/12 15:02:56.000,Value 1',
      'Case 1,Closed,Value 3,2012/10/25 11:54:26.000,Value 1',
    );
    expect(found.mapping).toMatchObject({
      shape: 'history',
      timeFormat: 'yyyy/MM/dd HH:mm:ss.SSS',
      columns: {
        'Case ID': 'ticket',
        Activity: 'status',
        Resource: 'agent',
        'Complete Timestamp': 'time',
        seriousness: 'priority',
      },
      values: {
        status: { Closed: 'closed', 'Resolve ticket': 'solved', 'Take in charge ticket': 'open', Wait: 'pending' },
      },
    });
  });

  test('a table in which nothing is recognised says which targets are missing', async () => {
    expect(await guess('foo,bar', '1,2')).toMatchObject({
      missingTargets: ['ticket', 'createdAt'],
      unknownColumns: ['foo', 'bar'],
    });
  });

  test.each([
    ['Ouvert', 'open'],
    ['Réouvert', 'open'],
    ['Non résolu', 'open'],
    ['En cours de traitement', 'open'],
    ['Awaiting assignment', 'open'],
    ['En attente', 'pending'],
    ['Awaiting User Info', 'pending'],
    ['Wait - User', 'pending'],
    ['Wait - Vendor', 'on-hold'],
    ['En attente fournisseur', 'on-hold'],
    ['On hold', 'on-hold'],
    ['Résolu', 'solved'],
    ['Completed', 'solved'],
    ['Traité', 'solved'],
    ['Clos', 'closed'],
    ['Fermé', 'closed'],
    ['Cancelled', 'closed'],
    ['Nouveau', 'new'],
    ['-100', null],
  ])('the status %s means %s', (word, status) => {
    expect(guessStatus(word)).toBe(status);
  });
});
