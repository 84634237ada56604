/** Header words of each target, French and English, the likelier first; compared as `plainWords`. */
export const headerWords: Readonly<Record<string, string>> = {
  ticket:
    'ticket id|ticket|n ticket|no ticket|numero ticket|numero de ticket|id ticket|ticket number|ticket nr|ticket key|case id|case|case concept name|caseid|case number|incident id|incident|issue key|issue id|sr number|request id|number|numero|n demande|id demande|dossier|n dossier|reference|ref|key|id|n',
  time: 'timestamp|complete timestamp|time timestamp|event time|event timestamp|time|date time|datetime|horodatage|date heure|date et heure|changed at|change time|updated at|sys updated at|updated|modified at|modified|changed|change date|last modified|last updated|last update|modifie le|mis a jour le|date de modification|derniere modification|date de changement|date',
  sequence: 'sequence|sys mod count|seq|mod count|event nr|ordre|rang|version',
  createdAt:
    'created at|created|creation date|created on|created date|date created|created time|creation time|opened at|opened|open date|open time|submitted at|received at|reported at|cree le|date de creation|date creation|creation|ouvert le|date d ouverture|ouverture|recu le|date de reception|date de la demande|date demande',
  createdBy: 'created by|opened by|cree par|ouvert par',
  assignedAt: 'assigned at|first assigned at|affecte le|attribue le|assigne le|date d affectation|pris en charge le',
  firstReplyAt:
    'first reply at|first reply|first response at|first response|first responded at|first response time|first response date|premiere reponse|premiere reponse le|date premiere reponse|date de premiere reponse|date de la premiere reponse|1ere reponse|1re reponse',
  solvedAt:
    'solved at|solved|resolved at|resolved|resolution date|resolved date|resolved on|resolution time|completed at|resolu le|date de resolution|date resolution|resolution|traite le|date de traitement|termine le',
  closedAt:
    'closed at|closed|close date|closed date|closed on|close time|closing date|cloture le|clos le|ferme le|date de cloture|date cloture|date de fermeture|cloture|fermeture',
  updatedAt:
    'updated at|updated|last updated|last update|last updated at|last modified|modified at|modified|mis a jour le|date de mise a jour|derniere mise a jour|modifie le|date de modification|derniere modification',
  actor: 'updated by|sys updated by|changed by|modified by|modifie par|user|utilisateur',
  status:
    'status|ticket status|state|statut|statut du ticket|etat|incident state|current status|activity|concept name|activite|action|lifecycle transition',
  agent:
    'agent|assignee|assigned to|assignee name|owner name|owner first name|assigned agent|agent name|resource|org resource|owner|case owner|technician|handler|technicien|assigne a|assigne|attribue a|affecte a|responsable|intervenant|conseiller|gestionnaire|traite par|nom de l agent',
  team: 'group|team|involved st|assignment group|assigned group|support group|support team|org group|queue|groupe|equipe|groupe d affectation|file|file d attente|service|departement|department',
  priority: 'priority|priorite|severity|seriousness|criticite|gravite|niveau de priorite|urgency|urgence|impact',
  type: 'type|ticket type|issue type|request type|category|categorie|type de demande|type de ticket|motif|nature|incident type',
  channel: 'channel|canal|contact type|contact channel|via|origin|origine|media|case origin|source|canal de contact',
  marketplace: 'marketplace|place de marche|market place|market',
  store: 'store|shop|boutique|magasin',
  subject: 'subject|title|objet|titre|sujet|summary|short description|resume|intitule',
  url: 'url|link|lien',
  pipeline: 'pipeline',
  stage: 'stage|etape|phase',
  tags: 'tags|tag|labels|etiquettes|mots cles',
  language: 'language|langue|lang|locale',
  region: 'region|location|site|lieu|localisation|localite',
  country: 'country|pays',
  'customer.id':
    'customer id|client id|id client|n client|numero client|requester id|caller id|caller|customer|client|requester|demandeur|contact|reporter|customer email|email client|requester email',
  'customer.name': 'customer name|client name|nom du client|nom client|requester name|nom du demandeur|contact name',
  'customer.company':
    'company|organization|organisation|societe|entreprise|account|account name|compte|company name|raison sociale',
  'customer.tier': 'tier|customer tier|segment|niveau de service|customer segment',
  'customer.type': 'customer type|type de client|type client',
  'order.id': 'order id|order|order number|commande|n commande|numero de commande|id commande',
  'order.value': 'order value|order amount|order total|montant|montant de la commande|total',
  'order.currency': 'currency|devise',
  handleSeconds: 'handle seconds|handle time seconds|duree de traitement s|handling time s',
  'csat.score':
    'csat|csat score|satisfaction|satisfaction score|satisfaction rating|note de satisfaction|rating|note|evaluation',
  'csat.comment': 'csat comment|satisfaction comment|commentaire de satisfaction|commentaire satisfaction',
  'nps.score': 'nps|nps score|note nps',
  'ces.score': 'ces|ces score|effort score|customer effort score|note ces',
};
