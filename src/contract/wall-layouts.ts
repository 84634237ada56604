/** What a screen may show of the wallboard; the first is all of it. */
export const wallLayouts = ['whole', 'queue', 'chats', 'breaches'] as const;
export type WallLayout = (typeof wallLayouts)[number];
