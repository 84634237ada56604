import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccounts } from '#app/accounts/accounts.ts';
import { createUser } from '#app/accounts/create-user.ts';
import type { App } from '#app/app.ts';
import { byOperator } from '#app/audit/record-audit.ts';
import { createChannel } from '#app/channels/channels.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { openInstallation } from '#app/open-installation.ts';
import { adoptRules } from '#app/rules/adopt-rules.ts';
import { type Outgoing, outgoingOf } from '#app/watch/outgoing.ts';
import { sendMessages } from '#app/watch/send-messages.ts';
import { takeDueSteps } from '#app/watch/take-due-steps.ts';
import { saveMember } from '#records/members.ts';
import { ensureWorkspace } from '#records/workspaces.ts';
import { answerHttp, type HttpAnswers } from './answer-http.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { createTestStores, type TestStores } from './test-stores.ts';

/** A request as the webhook of a test got it. */
export interface Called {
  readonly headers: Record<string, string>;
  readonly body: string;
}

export const start = Date.parse('2026-11-02T09:00:00Z');

/** An event of a ticket, so many seconds after the start. */
export function eventOf(ticket: string, seconds: number, type: string, data: object = {}): object {
  return {
    specversion: '1.0',
    ...{ id: `${ticket}-${type}-${seconds}`, source: 'test/watch', type, subject: ticket, data },
    time: new Date(start + seconds * 1000).toISOString(),
  };
}

export const reply = { actor: { kind: 'agent', id: 'a1', name: 'Léa' }, direction: 'outbound', public: true };

/** First reply within ten minutes, with steps at the half of it, at the breach and five minutes after it. */
export const watchPolicy = {
  id: 'desk',
  name: 'Desk',
  kind: 'customer',
  calendar: 'always',
  effectiveFrom: '2020-01-01T00:00:00Z',
  targets: [{ id: 'frt', metric: 'first-reply', seconds: { default: 600 }, warnAt: [0.5] }],
  steps: [
    { id: 'half', at: { warning: 0.5 }, do: [{ type: 'notify', to: 'agent' }] },
    {
      id: 'late',
      at: 'breach',
      do: [
        { type: 'notify', to: 'manager' },
        { type: 'set-priority', channel: 'hook', priority: 'urgent' },
      ],
    },
    { id: 'boss', at: { afterBreach: 300 }, do: [{ type: 'notify', to: 'address', address: 'boss@example.org' }] },
  ],
};

/** An installation with members, a mail server, a webhook and a clock that a test sets. */
export class WatchDesk {
  readonly installation: Installation;
  /** The workspace that was entered last. */
  app!: App;
  readonly outgoing: Outgoing;
  readonly mailbox: Mailbox;
  readonly called: Called[] = [];
  /** What the webhook answers. */
  status = 204;
  key = '';
  /** What the clock of the machine says. */
  readonly #time: { now: number };
  readonly #people: readonly string[];
  readonly #hook: HttpAnswers;
  readonly #stores: TestStores;
  readonly #folder: string;

  private constructor(parts: {
    installation: Installation;
    time: { now: number };
    people: readonly string[];
    outgoing: Outgoing;
    mailbox: Mailbox;
    hook: HttpAnswers;
    stores: TestStores;
    folder: string;
  }) {
    this.installation = parts.installation;
    this.#people = parts.people;
    this.#time = parts.time;
    this.outgoing = parts.outgoing;
    this.mailbox = parts.mailbox;
    this.#hook = parts.hook;
    this.#stores = parts.stores;
    this.#folder = parts.folder;
  }

  set now(at: number) {
    this.#time.now = at;
  }

  static async open(): Promise<WatchDesk> {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-watch-'));
    const stores = await createTestStores(join(folder, 'data'));
    const time = { now: start };
    const now = () => time.now;
    const installation = await openInstallation({ ...stores.places, workers: 1, now });
    const mailbox = await openMailbox();
    const hook = await answerHttp((request, body, response) => {
      desk?.called.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(desk?.status ?? 204).end();
    });
    const accounts = openAccounts({
      ...{
        everywhere: installation.records.everywhere,
        keys: installation.keys,
        now,
        url: 'https://vigie.example.org',
      },
      ...{ mail: { url: mailbox.url, from: 'vigie@example.org' }, singleSignOn: null, outgoingPrivate: true },
    });
    const outgoing = outgoingOf(accounts);
    const people: string[] = [];
    for (const name of ['lea', 'max']) {
      const email = `${name}@example.org`;
      people.push(await createUser(accounts, { name, email, password: 'a password for tests', operator: false }));
    }
    const desk: WatchDesk = new WatchDesk({ installation, time, people, outgoing, mailbox, hook, stores, folder });
    return desk;
  }

  /** Makes a workspace for one test and forgets what others left: Léa is an agent, Max the manager. */
  async enter(id: string): Promise<void> {
    const { everywhere } = this.installation.records;
    await everywhere.deleteFrom('openClocks').execute();
    await everywhere.deleteFrom('watchMessages').execute();
    this.now = start;
    this.status = 204;
    this.called.length = 0;
    this.mailbox.received.length = 0;
    await ensureWorkspace(everywhere, { id, timeZone: 'UTC' });
    this.app = await this.installation.workspace(id);
    const [lea = '', max = ''] = this.#people;
    const { records } = this.app;
    await saveMember(records, { workspace: id, userId: lea, role: 'agent', teams: [], agents: ['a1'] });
    await saveMember(records, { workspace: id, userId: max, role: 'manager', teams: [], agents: [] });
    const given = { id: 'hook', kind: 'webhook', name: 'Hook', language: 'en', url: `${this.#hook.url}/in` } as const;
    this.key = (await createChannel(this.app, given, this.outgoing, byOperator)).key ?? '';
    await adoptRules(this.app, { calendars: [], policies: [watchPolicy] }, byOperator);
  }

  async send(...events: object[]): Promise<void> {
    await ingestEvents(this.app, events);
    await this.app.folds.settled();
  }

  /** Sets the clock to so many seconds after the start and does what is due until nothing is, messages too. */
  async at(seconds: number): Promise<void> {
    this.now = start + seconds * 1000;
    while ((await takeDueSteps(this.installation)) > 0);
    this.#time.now += 5_000;
    while ((await sendMessages(this.installation, this.outgoing)) > 0);
    this.#time.now -= 5_000;
  }

  /** The subjects of the mails that an address got. */
  mailsTo(name: string): string[] {
    return this.mailbox.received
      .filter((mail) => JSON.stringify(mail.to).includes(name))
      .map(({ subject }) => subject ?? '');
  }

  async close(): Promise<void> {
    await this.installation.close();
    await this.#hook.close();
    await this.mailbox.close();
    await this.#stores.drop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
