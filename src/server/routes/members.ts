import { inviteMember, listOpenInvitations, revokeInvitation } from '#app/members/invite-member.ts';
import { changeMember, dropMember, listMemberViews } from '#app/members/members.ts';
import {
  changeWorkspace,
  createWorkspace,
  describeWorkspace,
  listWorkspaceViews,
} from '#app/members/workspace-settings.ts';
import { createToken, listTokenViews, revokeToken } from '#app/tokens/tokens.ts';
import type { Handlers } from '../handler.ts';

type Members =
  | 'list-members'
  | 'update-member'
  | 'remove-member'
  | 'list-invitations'
  | 'invite-member'
  | 'revoke-invitation'
  | 'list-tokens'
  | 'create-token'
  | 'revoke-token'
  | 'get-workspace'
  | 'update-workspace'
  | 'list-workspaces'
  | 'create-workspace';

export const memberHandlers: Pick<Handlers, Members> = {
  async 'list-members'({ accounts, app }) {
    return { items: await listMemberViews(accounts, app) };
  },
  'update-member': ({ accounts, app, params, body, actor, address }) =>
    changeMember(accounts, app, params.id, body, { actor, address }),
  'remove-member': ({ accounts, app, params, actor, address }) =>
    dropMember(accounts, app, params.id, { actor, address }),
  async 'list-invitations'({ app }) {
    return { items: await listOpenInvitations(app) };
  },
  'invite-member': ({ accounts, app, body, actor, address }) => inviteMember(accounts, app, body, { actor, address }),
  'revoke-invitation': ({ app, params, actor, address }) => revokeInvitation(app, params.id, { actor, address }),
  async 'list-tokens'({ app }) {
    return { items: await listTokenViews(app) };
  },
  'create-token': ({ app, body, actor, address }) => createToken(app, body, { actor, address }),
  'revoke-token': ({ app, params, actor, address }) => revokeToken(app, params.id, { actor, address }),
  'get-workspace': ({ app }) => describeWorkspace(app),
  'update-workspace': ({ app, body, actor, address }) => changeWorkspace(app, body, { actor, address }),
  async 'list-workspaces'({ installation }) {
    return { items: await listWorkspaceViews(installation) };
  },
  'create-workspace': ({ installation, body, actor, address }) =>
    createWorkspace(installation, body, { actor, address }),
};
