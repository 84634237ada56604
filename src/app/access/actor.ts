import type { TokenScope } from '#domain/access/permission.ts';
import type { Role } from '#domain/access/role.ts';
import type { Sight } from '#records/members.ts';

/** Whoever asks something of a workspace. */
export type Actor =
  | ({
      readonly kind: 'member';
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      readonly operator: boolean;
    } & Sight)
  /** Signed in, and no member of the workspace: an operator of the installation. */
  | { readonly kind: 'guest'; readonly id: string; readonly name: string; readonly operator: boolean }
  | { readonly kind: 'token'; readonly id: string; readonly name: string; readonly scope: TokenScope }
  /** The command line on the machine. */
  | { readonly kind: 'operator' }
  /** Vigie itself: jobs. */
  | { readonly kind: 'system' };
