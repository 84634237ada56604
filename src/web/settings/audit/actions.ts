/** What the audit log tells of: the part of an action before its dot, in the order people look for it. */
export const nouns = ['account', 'member', 'invitation', 'token', 'workspace', 'link', 'data'] as const;
