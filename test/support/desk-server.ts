import { spawnServer, spawnVigie } from './spawn-vigie.ts';

type Place = Parameters<typeof spawnVigie>[0];
type Running = Awaited<ReturnType<typeof spawnServer>>;

/** A token of the workspace, made while nobody or a server holds the data folder. */
export async function makeToken(place: Place, scope: 'ingest' | 'read' | 'admin'): Promise<string> {
  const { code, stdout, stderr } = await spawnVigie(place, ['token', 'create', '--name', 'test', '--scope', scope]);
  if (code !== 0) throw new Error(`The token could not be made: ${stderr}`);
  return stdout.trim();
}

/** `vigie start` in a process of its own, asked as a program asks it. */
export class DeskServer {
  readonly running: Running;
  readonly origin: string;
  readonly #token: string;

  private constructor(running: Running, token: string) {
    this.running = running;
    this.origin = (JSON.parse(running.firstLine) as { url: string }).url;
    this.#token = token;
  }

  static async start(place: Place, token: string): Promise<DeskServer> {
    return new DeskServer(await spawnServer(place, ['start', '--port', '0', '--json']), token);
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${this.#token}` };
    return fetch(`${this.origin}/api/v1${path}`, { ...init, headers });
  }

  /** What became of each event; throws what the connection throws. */
  async send(events: readonly object[]): Promise<{ status: number; outcomes: string[]; code: string | null }> {
    const answer = await this.ask('/events', {
      ...{ method: 'POST', headers: { 'content-type': 'application/cloudevents-batch+json' } },
      body: JSON.stringify(events),
    });
    const body = (await answer.json()) as { results?: { outcome: string }[]; code?: string };
    return {
      status: answer.status,
      outcomes: (body.results ?? []).map(({ outcome }) => outcome),
      code: body.code ?? null,
    };
  }
}
