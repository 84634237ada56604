import { z } from 'zod';
import { permissions, tokenScopes } from '#domain/access/permission.ts';
import { roles } from '#domain/access/role.ts';
import { instant } from './common.ts';

export const role = z.enum(roles);
export const scope = z.enum(tokenScopes);
export const email = z.email().max(254).describe('E-mail address, in any case of letters');
/** Long enough that guessing is hopeless; no rules on its letters (NIST SP 800-63B). */
export const newPassword = z.string().min(12).max(128);
export const personName = z.string().trim().min(1).max(120);
export const workspaceId = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)
  .describe('Small letters, digits and hyphens');

const permission = z.enum(Object.keys(permissions) as [keyof typeof permissions]);

/** Who is asking, and what they may do in the workspace they are in. */
export const session = z
  .object({
    user: z
      .object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        language: z.enum(['en', 'fr']).nullable(),
        timeZone: z.string().nullable(),
        theme: z.enum(['light', 'dark', 'auto']).nullable(),
        twoFactor: z.boolean(),
        hasPassword: z.boolean().describe('False: they sign in by single sign-on only'),
        operator: z.boolean().describe('Looks after the whole installation'),
      })
      .nullable()
      .describe('Null: nobody is signed in'),
    workspace: z
      .object({ id: z.string(), name: z.string(), role: role.nullable(), permissions: z.array(permission) })
      .nullable()
      .describe('Null: nobody is signed in, or they are a member of none'),
    workspaces: z.array(z.object({ id: z.string(), name: z.string(), role })),
    setup: z.object({
      ownerNeeded: z.boolean().describe('The installation has no account yet: its one-time link makes the first'),
      singleSignOn: z.string().nullable().describe('Name of the provider; null: none is configured'),
      mail: z.boolean().describe('Whether mail can be sent: password resets and invitations by mail'),
    }),
  })
  .meta({ id: 'Session' });

export type SessionView = z.infer<typeof session>;

export const signInOutcome = z.object({
  status: z.enum(['signed-in', 'two-factor']).describe('`two-factor`: a code is wanted next'),
});

export const openSession = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
});

export const twoFactorSetup = z.object({
  uri: z.string().describe('otpauth: address, for a QR code'),
  secret: z.string().describe('The same secret, to type'),
  backupCodes: z.array(z.string()).describe('Each works once; shown only here'),
});

/** What a member sees of the data: teams of a lead or agent, and the ids under which an agent appears in the data. */
const sight = {
  teams: z.array(z.string().max(200)).max(200).describe('Teams whose figures a lead or an agent sees'),
  agents: z.array(z.string().max(200)).max(50).describe('Ids under which an agent appears in the data'),
};

export const member = z
  .object({
    id: z.string().describe('Id of the user'),
    name: z.string(),
    email: z.string(),
    role,
    ...sight,
    twoFactor: z.boolean(),
    joinedAt: instant,
    lastSeenAt: instant.nullable(),
  })
  .meta({ id: 'Member' });

export const memberChange = z.object({
  role: role.optional(),
  teams: sight.teams.optional(),
  agents: sight.agents.optional(),
});

export const invitation = z
  .object({
    id: z.string(),
    email: z.string(),
    role,
    ...sight,
    invitedBy: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Invitation' });

export const newInvitation = z.object({
  email,
  role,
  teams: sight.teams.default([]),
  agents: sight.agents.default([]),
  language: z.enum(['en', 'fr']).default('en').describe('Language of the mail'),
});

/** `link` is there for whoever invites, to pass on where no mail can be sent. */
export const sentInvitation = z.object({ invitation, link: z.string(), mailed: z.boolean() });

export const openInvitation = z.object({
  workspace: z.string().describe('Name of the workspace'),
  email: z.string(),
  role,
  known: z.boolean().describe('The address has an account: sign in with it to accept'),
});

export const token = z
  .object({
    id: z.string(),
    name: z.string(),
    scope,
    hint: z.string().describe('Its last four characters'),
    createdBy: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
  })
  .meta({ id: 'Token' });

export const newToken = z.object({
  name: z.string().trim().min(1).max(120),
  scope,
  expiresInDays: z.int().min(1).max(3650).nullable().default(365).describe('Null: it never expires'),
});

/** The token itself is shown this once. */
export const madeToken = z.object({ token: z.string(), details: token });

export const workspaceView = z
  .object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    agentsSeeNames: z.boolean().describe('Agents see the names behind the averages of their teams'),
  })
  .meta({ id: 'Workspace' });

export const zone = z
  .string()
  .refine((value) => isZone(value), 'This is not an IANA time zone.')
  .describe('IANA time zone');

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== null;
  } catch {
    return false;
  }
}

export const workspaceChange = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  timeZone: zone.optional(),
  agentsSeeNames: z.boolean().optional(),
});

export const newWorkspace = z.object({ id: workspaceId, name: z.string().trim().min(1).max(120), timeZone: zone });
