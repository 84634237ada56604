import { type Role, roleTexts } from '#domain/access/role.ts';
import { useFormat } from '../format/use-format.ts';

/** What a role is called and what it is for. */
export function useRoleText(): (role: Role) => { readonly label: string; readonly help: string } {
  const format = useFormat();
  return (role) => ({ label: format.text(roleTexts[role].label), help: format.text(roleTexts[role].help) });
}
