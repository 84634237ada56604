import { setTimeout as sleep } from 'node:timers/promises';
import type { InjectOptions } from 'fastify';
import { expect } from 'vitest';
import { getWorkspace } from '#records/workspaces.ts';
import type { TestServer } from '#test/support/open-test-server.ts';
import { password } from '#test/support/people.ts';

/** Nobody waits longer for an answer, whatever is away. */
const LONGEST_ANSWER_MS = 11_000;

export interface Outage {
  readonly store: 'PostgreSQL' | 'ClickHouse';
  away(): Promise<void>;
  back(): Promise<void>;
  /** How long it is away. */
  readonly lengthMs: number;
}

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string };
  readonly retryAfter: unknown;
  readonly tookMs: number;
  /** Whether the store was away from the question to the answer. */
  readonly whileAway: boolean;
}

/** A server under load, one of whose stores goes away and comes back. */
export class Load {
  readonly #desk: TestServer;
  readonly #acknowledged = new Set<string>();
  readonly #refused: object[] = [];
  #last = 0;
  #isAway = false;

  constructor(desk: TestServer) {
    this.#desk = desk;
  }

  /** Holds what is promised of a store that goes away. */
  async through({ store, away, back, lengthMs }: Outage): Promise<void> {
    const { server, app } = this.#desk;
    const answers: Answer[] = [];
    let over = false;
    const lane = async (ask: () => Promise<Answer>) => {
      while (!over) {
        answers.push(await ask());
        await sleep(20);
      }
    };
    const read = () => this.#ask({ url: '/api/v1/status' });
    const lanes = [lane(() => this.#send(this.#events(20))), lane(() => this.#send(this.#events(20))), lane(read)];
    const live = await server.inject({ url: '/api/v1/live', payloadAsStream: true });
    // The stream breaks off, and a browser opens it again.
    live
      .stream()
      .on('error', () => undefined)
      .resume();
    await sleep(500);
    await away();
    this.#isAway = true;
    try {
      await sleep(lengthMs);
      expect((await server.inject('/healthz')).statusCode).toBe(200);
      expect((await server.inject('/readyz')).statusCode).toBe(503);
      if (store === 'PostgreSQL') expect((await this.#signIn()).status).toBe(503);
    } finally {
      over = true;
      await Promise.all(lanes);
      this.#isAway = false;
      await back();
    }

    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(LONGEST_ANSWER_MS);
    const meanwhile = answers.filter(({ whileAway }) => whileAway);
    expect(meanwhile.length).toBeGreaterThan(0);
    for (const { status, body, retryAfter } of meanwhile) {
      expect({ status, code: body.code, retryAfter }).toEqual({
        status: 503,
        code: 'data.unavailable',
        retryAfter: '5',
      });
      expect(JSON.stringify(body)).toContain(store);
    }
    await expect.poll(async () => (await server.inject('/readyz')).statusCode, { timeout: 15_000 }).toBe(200);
    // Nobody asks for it.
    const unfolded = async () =>
      (await app.journal.lastSeq()) - (await getWorkspace(app.records, app.workspace)).foldedSeq;
    await expect.poll(() => unfolded().catch(() => -1), { timeout: 20_000 }).toBe(0);
    await this.#sendRefusedAgain();
  }

  /** Each event that was acknowledged is there, once. */
  async check(): Promise<void> {
    const { app } = this.#desk;
    const held = await app.analytics.query<{ id: string }>(
      'SELECT id FROM events WHERE workspace = {workspace:String}',
      { workspace: app.workspace },
    );
    expect(held.map(({ id }) => id).toSorted()).toEqual([...this.#acknowledged].toSorted());
    await app.folds.settled();
    const [found] = await app.analytics.query<{ tickets: number }>(
      'SELECT count() AS tickets FROM tickets FINAL WHERE workspace = {workspace:String}',
      { workspace: app.workspace },
    );
    expect(found?.tickets).toBe(this.#acknowledged.size);
  }

  async #sendRefusedAgain(): Promise<void> {
    const again = this.#refused.splice(0);
    const { status } = await this.#send([...again, ...this.#events(1)]);
    expect(status).toBe(200);
  }

  async #send(events: readonly object[]): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    const answer = await this.#ask({ method: 'POST', url: '/api/v1/events', headers, payload: JSON.stringify(events) });
    if (answer.status === 200) for (const event of events) this.#acknowledged.add((event as { id: string }).id);
    else this.#refused.push(...events);
    return answer;
  }

  #signIn(): Promise<Answer> {
    const payload = JSON.stringify({ email: this.#desk.owner.email, password });
    const headers = { 'content-type': 'application/json', cookie: '' };
    return this.#ask({ method: 'POST', url: '/api/v1/session', headers, payload });
  }

  async #ask(options: InjectOptions): Promise<Answer> {
    const [began, beganAway] = [performance.now(), this.#isAway];
    const answer = await this.#desk.server.inject(options);
    return {
      status: answer.statusCode,
      body: answer.json(),
      retryAfter: answer.headers['retry-after'],
      tookMs: performance.now() - began,
      whileAway: beganAway && this.#isAway,
    };
  }

  #events(count: number): object[] {
    const time = new Date(Date.UTC(2026, 0, 1)).toISOString();
    return Array.from({ length: count }, () => {
      const id = `e${++this.#last}`;
      return { specversion: '1.0', id, source: 's', type: 'ticket.created', subject: `t-${id}`, time, data: {} };
    });
  }
}
