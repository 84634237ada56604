import { FactBlock } from '#analytics/native/fact-block.ts';
import { factVersion } from '#analytics/native/fact-version.ts';
import { decodeJournal, type KeyEvents } from '#analytics/native/read-journal.ts';
import { manyRowTables } from '#analytics/schema.ts';
import type { FactTableName } from '#domain/kpi/facts/index.ts';
import type { NameFact } from '#domain/kpi/facts/names.ts';
import { compileRules } from '#domain/sla/compile-rules.ts';
import { type OpenClock, openClocksNow } from '#domain/sla/escalation/open-clock.ts';
import type { FoldRules } from '#domain/sla/rules.ts';
import { judgeClocks } from '#domain/ticket/facts/judge-clocks.ts';
import { factsOfOthers } from '#domain/ticket/facts-of-others.ts';
import { factsOfTicket, type TicketFacts } from '#domain/ticket/facts-of-ticket.ts';
import { foldTicket, type TicketFold } from '#domain/ticket/fold-ticket.ts';
import type { FoldedRange, TaskInput } from './tasks.ts';

let rules: FoldRules | null = null;

export function setRules(input: TaskInput<'rules'>): null {
  rules = compileRules({ ...input.rules, businessCalendar: input.businessCalendar });
  return null;
}

/** The blocks of this thread, used for range after range. */
class Blocks {
  readonly #blocks = new Map<FactTableName, FactBlock>();
  readonly #names = new Map<string, { row: NameFact; version: number }>();

  of(table: FactTableName): FactBlock {
    let block = this.#blocks.get(table);
    if (!block) {
      block = new FactBlock(table);
      this.#blocks.set(table, block);
    }
    return block;
  }

  /** One row a name and range, not one a ticket: the same few agents stand in most of them. */
  addNames(rows: readonly object[] = [], version: number): void {
    for (const row of rows as readonly NameFact[]) {
      const known = this.#names.get(row.key);
      if (known === undefined || known.version <= version) this.#names.set(row.key, { row, version });
    }
  }

  clear(): void {
    for (const block of this.#blocks.values()) block.clear();
    this.#names.clear();
  }

  toBytes(workspace: string): FoldedRange['blocks'] {
    for (const { row, version } of this.#names.values()) this.of('names').add(row, version);
    const blocks = [...this.#blocks.values()].filter((block) => block.rows > 0);
    // The table of tickets says what the others may hold, so it is written before them.
    blocks.sort((a, b) => Number(b.table === 'tickets') - Number(a.table === 'tickets'));
    return blocks.map((block) => ({ table: block.table, bytes: block.toBytes(workspace) }));
  }
}

const blocks = new Blocks();

type FactRows = Readonly<Partial<Record<FactTableName, readonly object[]>>>;

/** Folds the keys of one range of the journal into blocks of facts. */
export function foldRange(input: TaskInput<'fold'>): FoldedRange {
  if (!rules) throw new Error('a thread was asked to fold before it was given the rules');
  blocks.clear();
  const failed: { key: string; message: string }[] = [];
  const tickets: string[] = [];
  const openClocks: OpenClock[] = [];
  let keys = 0;
  for (const { key, events, version: seq } of decodeJournal(input.rows)) {
    const group = { key, events, version: factVersion(seq, input.rulesVersion) };
    keys++;
    try {
      if (input.grain === 'ticket') {
        const fold = addTicket(group, rules, input.written.get(group.key), input.judgements);
        tickets.push(key);
        if (fold) openClocks.push(...openClocksNow(fold, events, input.now));
      } else addRows(factsOfOthers(group.key, group.events) as FactRows, group.version);
    } catch (error) {
      failed.push({ key: group.key, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { blocks: blocks.toBytes(input.workspace), keys, tickets, openClocks, failed };
}

function addTicket(
  group: KeyEvents,
  by: FoldRules,
  before: readonly number[] | undefined,
  judgements: TaskInput<'fold'>['judgements'],
): TicketFold | null {
  const fold = foldTicket(group.events, by, Number.POSITIVE_INFINITY);
  const facts = (fold ? judgedFacts(group.key, factsOfTicket(fold, by), judgements) : {}) as FactRows;
  const written = manyRowTables.map((table, index) => {
    const made = facts[table]?.length ?? 0;
    const most = Math.max(made, before?.[index] ?? 0);
    for (let n = made; n < most; n++) blocks.of(table).bury(group.key, n, group.version);
    addTable(table, facts[table], group.version);
    return most;
  });
  blocks.addNames(facts.names, group.version);
  for (const row of facts.tickets ?? []) {
    blocks.of('tickets').add(row as Readonly<Record<string, unknown>>, group.version, written);
  }
  if (!fold && before) blocks.of('tickets').bury(group.key, 0, group.version, written);
  return fold;
}

function judgedFacts(ticket: string, facts: TicketFacts, judgements: TaskInput<'fold'>['judgements']): TicketFacts {
  return { ...facts, clocks: judgeClocks(ticket, facts.clocks, judgements) };
}

function addRows(facts: FactRows, version: number): void {
  for (const table of Object.keys(facts) as FactTableName[]) addTable(table, facts[table], version);
}

function addTable(table: FactTableName, rows: readonly object[] | undefined, version: number): void {
  if (!rows || rows.length === 0) return;
  const block = blocks.of(table);
  for (const row of rows) block.add(row as Readonly<Record<string, unknown>>, version);
}
