/** What the audit log tells of: the part of an action before its dot, in the order people look for it. */
export const nouns = [
  'account',
  'member',
  'invitation',
  'workspace',
  'rules',
  'definition',
  'import',
  'sample',
  'token',
  'link',
  'data',
  'person',
  'erasure',
  'retention',
  'installation',
  'audit',
] as const;
