import { z } from 'zod';
import { defineRoute } from '../route.ts';
import {
  invitation,
  madeToken,
  member,
  memberChange,
  newInvitation,
  newPassword,
  newToken,
  newWorkspace,
  openInvitation,
  personName,
  sentInvitation,
  signInOutcome,
  token,
  workspaceChange,
  workspaceView,
} from '../schemas/account.ts';

const id = z.object({ id: z.string().min(1).max(200) });
const byToken = z.object({ token: z.string().min(20).max(200) });
const done = { status: 204, empty: true } as const;
const list = <Item extends z.ZodType>(item: Item) =>
  ({ status: 200, json: z.object({ items: z.array(item) }) }) as const;

/** Who works in a workspace and by what right. */
export const memberRoutes = {
  'list-members': defineRoute('list-members', {
    tag: 'members',
    summary: 'Members of the workspace',
    may: 'manage-members',
    answer: list(member),
  }),
  'update-member': defineRoute('update-member', {
    tag: 'members',
    summary: 'Change the role of a member, or what they see',
    may: 'manage-members',
    params: id,
    body: { json: memberChange },
    answer: { status: 200, json: member },
  }),
  'remove-member': defineRoute('remove-member', {
    tag: 'members',
    summary: 'Remove a member; their sessions see the workspace no more',
    may: 'manage-members',
    params: id,
    answer: done,
  }),
  'list-invitations': defineRoute('list-invitations', {
    tag: 'members',
    summary: 'Invitations not yet accepted',
    may: 'manage-members',
    answer: list(invitation),
  }),
  'invite-member': defineRoute('invite-member', {
    tag: 'members',
    summary: 'Invite somebody by mail; asked again for the same address, the earlier link ends',
    may: 'manage-members',
    body: { json: newInvitation },
    answer: { status: 201, json: sentInvitation },
  }),
  'revoke-invitation': defineRoute('revoke-invitation', {
    tag: 'members',
    summary: 'Take an invitation back',
    may: 'manage-members',
    params: id,
    answer: done,
  }),
  'get-invitation': defineRoute('get-invitation', {
    tag: 'account',
    summary: 'What an invitation link is for',
    may: 'anyone',
    params: byToken,
    answer: { status: 200, json: openInvitation },
  }),
  'accept-invitation': defineRoute('accept-invitation', {
    tag: 'account',
    summary: 'Accept an invitation: with a name and a password for a new account, without as who is signed in',
    may: 'anyone',
    params: byToken,
    body: { json: z.object({ name: personName.optional(), password: newPassword.optional() }) },
    answer: { status: 200, json: signInOutcome },
  }),
  'list-tokens': defineRoute('list-tokens', {
    tag: 'members',
    summary: 'API tokens, without their secrets',
    may: 'manage-tokens',
    answer: list(token),
  }),
  'create-token': defineRoute('create-token', {
    tag: 'members',
    summary: 'Make an API token',
    may: 'manage-tokens',
    body: { json: newToken },
    answer: { status: 201, json: madeToken },
  }),
  'revoke-token': defineRoute('revoke-token', {
    tag: 'members',
    summary: 'Revoke an API token, at once',
    may: 'manage-tokens',
    params: id,
    answer: done,
  }),
  'get-workspace': defineRoute('get-workspace', {
    tag: 'workspace',
    summary: 'Settings of the workspace',
    may: 'manage-workspace',
    answer: { status: 200, json: workspaceView },
  }),
  'update-workspace': defineRoute('update-workspace', {
    tag: 'workspace',
    summary: 'Change settings of the workspace',
    may: 'manage-workspace',
    body: { json: workspaceChange },
    answer: { status: 200, json: workspaceView },
  }),
  'list-workspaces': defineRoute('list-workspaces', {
    tag: 'workspace',
    summary: 'Every workspace of the installation',
    may: 'operate-installation',
    answer: list(workspaceView),
  }),
  'create-workspace': defineRoute('create-workspace', {
    tag: 'workspace',
    summary: 'Make a workspace, with oneself as its owner',
    may: 'operate-installation',
    body: { json: newWorkspace },
    answer: { status: 201, json: workspaceView },
  }),
};
