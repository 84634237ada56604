export const token = {
  lead: 'Un jeton permet à un programme d’utiliser l’API dans cet espace, sans personne.',
  create: 'Créer un jeton',
  none: 'Aucun jeton pour l’instant',
  noneLead:
    'Créez-en un pour envoyer les événements d’un outil de support, ou pour lire les chiffres depuis un tableur.',
  nameHelp: 'Là où il servira, par exemple « Webhook Zendesk ».',
  scope: 'Il peut',
  scopes: {
    ingest: 'Envoyer des données',
    read: 'Lire',
    admin: 'Tout faire',
  },
  scopeHelp: {
    ingest: 'Événements et imports. Il ne lit rien.',
    read: 'Chiffres, tickets et exports de tout l’espace. Il ne change rien.',
    admin: 'Ce que peut un administrateur, membres et réglages compris. À donner au moins de programmes possible.',
  },
  lastUsed: 'Dernier usage',
  made: 'Le jeton « {{name}} » est prêt',
  once: 'Copiez-le maintenant : il ne sera plus affiché. Qui le détient peut tout ce qu’il permet.',
  token: 'Jeton',
  example: 'Un premier appel',
  copyExample: 'Copier l’exemple',
  kept: 'Je l’ai conservé',
  revoke: 'Révoquer',
  revokeTitle: 'Révoquer « {{name}} » ?',
  revokeLead: 'Les programmes qui l’utilisent sont refusés aussitôt. C’est définitif.',
} as const;
