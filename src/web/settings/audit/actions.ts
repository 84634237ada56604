/** What the audit log tells of: the part of an action before its dot, in the order people look for it. */
export const nouns = ['member', 'invitation', 'workspace', 'token', 'link', 'data', 'audit'] as const;
