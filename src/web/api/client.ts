import { type AnswerOf, type CallOf, type CallOptions, createClient, hrefOf } from '#contract/client.ts';
import type { RouteId } from '#contract/paths.ts';
import { currentLanguage } from '../i18n/setup.ts';
import { chosenWorkspace } from './chosen-workspace.ts';

const callIn = (workspace: string | null) =>
  createClient((input, init) => {
    const headers = new Headers(init?.headers);
    if (workspace !== null) headers.set('vigie-workspace', workspace);
    return fetch(input, { ...init, headers });
  }, currentLanguage);

interface Options extends CallOptions {
  /** Another workspace than the chosen one; null names none. */
  readonly workspace?: string | null;
}

/** Calls the API in the reader's language and workspace. */
export function call<Id extends RouteId>(id: Id, args: CallOf<Id>, options: Options = {}): Promise<AnswerOf<Id>> {
  const { workspace = chosenWorkspace(), ...rest } = options;
  return callIn(workspace)(id, args, rest);
}

/** The address of a download, which the browser follows without our headers: it names the workspace itself. */
export function downloadOf<Id extends RouteId>(id: Id, args: CallOf<Id>): string {
  const url = new URL(hrefOf(id, args), location.origin);
  const workspace = chosenWorkspace();
  if (workspace !== null) url.searchParams.set('workspace', workspace);
  return `${url.pathname}${url.search}`;
}
