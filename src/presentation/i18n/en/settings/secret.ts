export const secret = {
  make: 'New secret',
  title: 'Make a new secret for “{{name}}”?',
  lead: 'It is shown once. The one in use holds for 24 hours more, so that you can change it at the other end; one that was replaced before ends now.',
  made: 'The new secret of “{{name}}”',
  once: 'Copy it into the other system now: it is not shown again. The one before holds for 24 hours.',
  label: 'Secret',
  kept: 'I have kept it',
  oldUntil: 'The secret before holds until {{when}}',
} as const;
