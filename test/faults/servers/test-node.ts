import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestStores } from '#test/support/test-stores.ts';

/** What a node can be asked to do. */
export type NodeQuestion =
  | { readonly ask: 'ingest'; readonly events: readonly object[] }
  | { readonly ask: 'import'; readonly file: string; readonly importId: string }
  | { readonly ask: 'imports' }
  | { readonly ask: 'fold' };

export type NodeAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** The code of our error, the text of another one, or `dead` where the node was killed meanwhile. */
export class NodeError extends Error {}

/** A process of Vigie without its server. */
export class TestNode {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #last = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (answer: NodeAnswer) => {
      const asked = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('error' in answer) asked?.reject(new NodeError(answer.error));
      else asked?.resolve(answer.result);
    });
    child.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new NodeError('dead'));
      this.#waiting.clear();
    });
  }

  /** Resolves when it is open. */
  static async start(places: TestStores['places']): Promise<TestNode> {
    const child = fork(join(import.meta.dirname, 'node-child.ts'), [JSON.stringify(places)], { execArgv: [] });
    const node = new TestNode(child);
    await new Promise((resolve, reject) => node.#waiting.set(0, { resolve, reject }));
    return node;
  }

  ask<Result>(question: NodeQuestion): Promise<Result> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      if (!this.#child.connected) return reject(new NodeError('dead'));
      this.#waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
      this.#child.send({ id, question }, (error) => error && reject(new NodeError('dead')));
    });
  }

  /** kill -9, unless it is dead. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}
