export const audit = {
  lead: 'Qui a fait quoi, et quand. Nul ne peut le modifier ; une entrée ne part qu’au terme de sa durée de conservation.',
  export: 'Exporter',
  actor: 'Qui',
  about: 'À propos de',
  what: 'Ce qui s’est passé',
  when: 'Quand',
  from: 'Du',
  to: 'Au',
  details: 'Détails',
  everything: 'Tout',
  anybody: 'Tout le monde',
  byToken: 'Jeton {{name}}',
  commandLine: 'Ligne de commande',
  none: 'Rien ne s’est passé',
  noneLead: 'Aucune entrée ne correspond. Élargissez les dates, ou retirez les filtres.',
  yes: 'oui',
  no: 'non',
  parts: {
    role: 'rôle',
    teams: 'équipes',
    agents: 'agents',
    name: 'nom',
    timeZone: 'fuseau',
    agentsSeeNames: 'les agents voient les noms',
    ticketMonths: 'tickets, mois',
    customerMonths: 'clients, mois',
    importDays: 'imports, jours',
    auditDays: 'journal d’audit, jours',
  },
  nouns: {
    account: 'Connexions et mots de passe',
    member: 'Membres',
    invitation: 'Invitations',
    workspace: 'Espace de travail',
    rules: 'Calendriers et politiques',
    import: 'Imports',
    sample: 'Exemples',
    token: 'Jetons d’API',
    link: 'Liens partagés',
    data: 'Exports de données',
    report: 'Rapports exportés',
    person: 'Données personnelles',
    erasure: 'Effacements',
    retention: 'Conservation',
    installation: 'Installation',
    audit: 'Journal d’audit',
  },
  sentences: {
    account: {
      'signed-in': 'Connexion',
      'sign-in-failed': 'Échec d’une connexion',
      'password-changed': 'Changement du mot de passe',
      'password-reset': 'Nouveau mot de passe choisi par un lien',
      'two-factor-started': 'Activation de la connexion en deux étapes',
      'two-factor-stopped': 'Désactivation de la connexion en deux étapes',
      'signed-out-everywhere': 'Déconnexion de partout',
    },
    member: {
      invited: 'Invitation de {{subject}} comme {{role}}',
      joined: '{{subject}} a rejoint l’espace comme {{role}}',
      added: 'Ajout de {{subject}} comme {{role}}',
      changed: 'Modification de {{subject}} : {{changes}}',
      removed: 'Retrait de {{subject}}, qui était {{role}}',
    },
    invitation: {
      revoked: 'Annulation d’une invitation',
    },
    workspace: {
      created: 'Création de l’espace {{subject}}',
      changed: 'Modification de l’espace : {{changes}}',
    },
    rules: {
      changed: 'Entrée en vigueur de règles : calendriers {{calendars}} ; politiques {{policies}}',
    },
    import: {
      started: 'Début de l’import de {{name}}',
    },
    sample: {
      loaded: 'Chargement de l’exemple {{subject}}',
    },
    token: {
      created: 'Création du jeton « {{name}} » ({{scope}}), expiration : {{expiresAt}}',
      revoked: 'Révocation du jeton « {{name}} »',
    },
    link: {
      created: 'Partage de « {{title}} » par un lien, jusqu’au {{expiresAt}}',
      revoked: 'Fin du lien « {{title}} »',
    },
    data: {
      exported: 'Export de {{subject}} ({{format}})',
    },
    report: {
      exported: 'Rapport {{subject}} exporté ({{format}})',
    },
    person: {
      exported: 'Extraction des données personnelles de {{subject}}',
    },
    erasure: {
      requested: 'Effacement d’un client, devenu {{pseudonym}}',
    },
    retention: {
      changed: 'Modification des durées de conservation : {{changes}}',
      applied:
        'Suppression de ce qui avait fait son temps : {{tickets}} tickets ; {{customers}} clients devenus pseudonymes',
    },
    installation: {
      'backed-up': 'Sauvegarde de l’installation',
    },
    audit: {
      exported: 'Export du journal d’audit ({{format}})',
    },
  },
} as const;
