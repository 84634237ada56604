import { expect, test } from 'vitest';
import { Erasure } from '#domain/privacy/erasure.ts';
import { compileMentions } from '#domain/privacy/find-mentions.ts';
import type { Board, Tile } from '#domain/report/dashboard.ts';
import { pseudonymQuery } from './erase-query.ts';
import { eraseFromBoard } from './erase-saved.ts';

const zoe = { id: 'cust,zoe', names: ['Zoé Martin'] };
const erasure = new Erasure({
  ...{ customer: zoe.id, pseudonym: 'p-1', names: zoe.names },
  ...{ isShared: () => false, asked: new Map() },
});
const mentions = compileMentions([zoe]);
const erasures = new Map([[zoe.id, erasure]]);
const place = { x: 0, y: 0, w: 4, h: 4 };
const tile = (id: string, query: Record<string, string>, title: string | null = null): Tile => ({
  ...{ id, ...place, kind: 'report', report: 'csat', query, picture: null, title },
});

test('a filter for a customer among others asks for the pseudonym, however an address writes the id', () => {
  const query = { period: 'last-year', 'f.customer': 'a,cust%2Czoe,~' };
  expect(pseudonymQuery(query, mentions, erasures)).toEqual({ period: 'last-year', 'f.customer': 'a,p-1,~' });
  const filter = JSON.stringify({ field: 'customer', op: 'is', value: zoe.id });
  expect(pseudonymQuery({ filter }, mentions, erasures)).toEqual({ filter: filter.replace(zoe.id, 'p-1') });
});

test('a short id is found where customers are asked for, and is not taken for a number of the settings', () => {
  const ten = { id: '10', names: [] };
  const forgotten = new Erasure({
    ...{ customer: ten.id, pseudonym: 'p-2', names: [] },
    ...{ isShared: () => false, asked: new Map() },
  });
  const found = [compileMentions([ten]), new Map([[ten.id, forgotten]])] as const;
  const filter = JSON.stringify({ field: 'customer', op: 'is', value: '10' });
  expect(pseudonymQuery({ filter }, ...found)).toEqual({ filter: filter.replace('10', 'p-2') });
  const settings = { top: '10', 'f.hour': '10' };
  expect(pseudonymQuery(settings, ...found)).toBe(settings);
  expect(pseudonymQuery({ ...settings, 'f.customer.id': '10,11' }, ...found)).toEqual({
    ...settings,
    'f.customer.id': 'p-2,11',
  });
});

test('a query that names a customer in another way is given up, and one that does not stays as it is', () => {
  expect(pseudonymQuery({ 'f.subject': 'Parcel of Zoé Martin' }, mentions, erasures)).toBeNull();
  const query = { 'f.team': 'a,b' };
  expect(pseudonymQuery(query, mentions, erasures)).toBe(query);
});

test('a dashboard loses what names the customer and nothing else', () => {
  const board: Board = {
    query: { 'f.customer': 'cust%2Czoe' },
    tiles: [
      tile('kept', {}, 'Everybody'),
      tile('asks', { 'f.customer': 'cust%2Czoe' }, 'Of Zoé Martin'),
      tile('tells', { 'f.subject': 'Zoé Martin' }),
      { id: 'text', ...place, kind: 'text', text: 'Call Zoé Martin.' },
    ],
  };
  expect(eraseFromBoard(board, mentions, erasures)).toEqual({
    query: { 'f.customer': 'p-1' },
    tiles: [
      tile('kept', {}, 'Everybody'),
      tile('asks', { 'f.customer': 'p-1' }, '…'),
      { id: 'text', ...place, kind: 'text', text: '…' },
    ],
  });
  const clean: Board = { query: {}, tiles: [tile('kept', {})] };
  expect(eraseFromBoard(clean, mentions, erasures)).toBe(clean);
});
