import { type CallOf, createClient, hrefOf } from '#contract/client.ts';
import type { RouteId } from '#contract/paths.ts';
import { currentLanguage } from '../i18n/setup.ts';
import { chosenWorkspace } from './chosen-workspace.ts';

const send: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  const workspace = chosenWorkspace();
  if (workspace !== null) headers.set('vigie-workspace', workspace);
  return fetch(input, { ...init, headers });
};

/** Calls the API in the reader's language and workspace. */
export const call = createClient(send, currentLanguage);

/** The address of a download, which the browser follows without our headers: it names the workspace itself. */
export function downloadOf<Id extends RouteId>(id: Id, args: CallOf<Id>): string {
  const url = new URL(hrefOf(id, args), location.origin);
  const workspace = chosenWorkspace();
  if (workspace !== null) url.searchParams.set('workspace', workspace);
  return `${url.pathname}${url.search}`;
}
