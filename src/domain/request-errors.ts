import type { ErrorEntry } from './error.ts';

/** Expected failures of a request to the server, part of the one catalogue. */
export const requestErrors = {
  'customer.unknown': {
    kind: 'not-found',
    message: { en: 'There is no customer “{customer}”.', fr: 'Le client « {customer} » n’existe pas.' },
    todo: {
      en: 'Look for it in the list of customers: you see those of the tickets you may see, and nobody who was erased.',
      fr: 'Cherchez dans la liste des clients : vous y voyez ceux des tickets qui vous sont ouverts, et aucun client effacé.',
    },
  },
  'import.interrupted': {
    kind: 'conflict',
    message: {
      en: 'This import was cut off when Vigie stopped.',
      fr: 'Cet import a été coupé par l’arrêt de Vigie.',
    },
    todo: {
      en: 'Import the file again: what is there already is not taken twice.',
      fr: 'Relancez l’import du fichier : ce qui est déjà là ne sera pas repris.',
    },
  },
  'import.unknown': {
    kind: 'not-found',
    message: { en: 'There is no import “{id}”.', fr: 'L’import « {id} » n’existe pas.' },
    todo: { en: 'See GET /imports for the list.', fr: 'La liste se trouve sous GET /imports.' },
  },
  'export.no-picture': {
    kind: 'invalid',
    message: {
      en: '“{report}” is a table here: it has no picture.',
      fr: '« {report} » est ici un tableau : il n’a pas d’image.',
    },
    todo: {
      en: 'Export it as PDF, XLSX or CSV, or group it by one dimension, or over time.',
      fr: 'Exportez-le en PDF, en XLSX ou en CSV, ou groupez-le par un axe, ou dans le temps.',
    },
  },
  'request.aborted': {
    kind: 'invalid',
    message: {
      en: 'The connection was closed before the body had ended.',
      fr: 'La connexion a été coupée avant la fin du corps.',
    },
    todo: { en: 'Send it again.', fr: 'Renvoyez-le.' },
  },
  'request.bad-cursor': {
    kind: 'invalid',
    message: { en: '“after” is not the “next” of a page.', fr: '« after » n’est pas le « next » d’une page.' },
    todo: {
      en: 'Begin again without “after”, with the same parameters.',
      fr: 'Recommencez sans « after », avec les mêmes paramètres.',
    },
  },
  'request.bad-encoding': {
    kind: 'invalid',
    message: {
      en: 'The body is said to be compressed with {encoding}, but cannot be read so.',
      fr: 'Le corps est annoncé comme compressé ({encoding}), mais ne se lit pas ainsi.',
    },
    todo: {
      en: 'Send it whole, or without Content-Encoding.',
      fr: 'Envoyez-le en entier, ou sans Content-Encoding.',
    },
  },
  'request.bad-json': {
    kind: 'invalid',
    message: { en: 'The body is not JSON: {reason}.', fr: 'Le corps n’est pas du JSON : {reason}.' },
    todo: { en: 'Correct the JSON and send it again.', fr: 'Corrigez le JSON et renvoyez-le.' },
  },
  'request.body-missing': {
    kind: 'invalid',
    message: { en: 'The request has no body.', fr: 'La requête n’a pas de corps.' },
    todo: { en: 'Send one of: {types}.', fr: 'Envoyez l’un de ces types : {types}.' },
  },
  'request.foreign-host': {
    kind: 'forbidden',
    message: {
      en: 'This server listens on this machine only and does not answer to the name “{host}”.',
      fr: 'Ce serveur n’écoute que sur cette machine et ne répond pas au nom « {host} ».',
    },
    todo: {
      en: 'Open it as http://127.0.0.1 with its port, or set VIGIE_HOST.',
      fr: 'Ouvrez-le à l’adresse http://127.0.0.1 avec son port, ou réglez VIGIE_HOST.',
    },
  },
  'request.foreign-origin': {
    kind: 'forbidden',
    message: {
      en: 'A page of another site ({origin}) may not call Vigie.',
      fr: 'Une page d’un autre site ({origin}) n’a pas le droit d’appeler Vigie.',
    },
    todo: {
      en: 'Ask from Vigie’s own pages, or from a program without an Origin header.',
      fr: 'Passez par les pages de Vigie, ou par un programme sans en-tête Origin.',
    },
  },
  'request.headers-too-large': {
    kind: 'too-large',
    message: {
      en: 'The headers of the request, its address included, are larger than {limit}.',
      fr: 'Les en-têtes de la requête, adresse comprise, dépassent {limit}.',
    },
    todo: {
      en: 'Send fewer or shorter headers; what is long belongs into the body.',
      fr: 'Envoyez des en-têtes moins nombreux ou plus courts ; ce qui est long va dans le corps.',
    },
  },
  'request.invalid': {
    kind: 'invalid',
    message: { en: 'The request does not fit: {reason}.', fr: 'La requête ne convient pas : {reason}.' },
    todo: {
      en: 'Correct what “errors” lists; /api/docs describes every parameter.',
      fr: 'Corrigez ce que liste « errors » ; /api/docs décrit chaque paramètre.',
    },
  },
  'request.malformed': {
    kind: 'invalid',
    message: { en: 'This is not an HTTP request.', fr: 'Ceci n’est pas une requête HTTP.' },
    todo: {
      en: 'Check that the address begins with http:// or https:// as the server is set up.',
      fr: 'Vérifiez que l’adresse commence par http:// ou https://, selon la configuration du serveur.',
    },
  },
  'request.no-route': {
    kind: 'not-found',
    message: { en: 'There is nothing at {method} {path}.', fr: 'Il n’y a rien à l’adresse {method} {path}.' },
    todo: { en: 'See /api/docs for what there is.', fr: 'Consultez /api/docs pour ce qui existe.' },
  },
  'request.too-deep': {
    kind: 'invalid',
    message: {
      en: 'Objects and lists lie more than {limit} deep in each other.',
      fr: 'Des objets et des listes sont imbriqués sur plus de {limit} niveaux.',
    },
    todo: { en: 'Send flatter JSON.', fr: 'Envoyez un JSON plus plat.' },
  },
  'request.too-large': {
    kind: 'too-large',
    message: { en: 'The body is larger than {limit}.', fr: 'Le corps dépasse {limit}.' },
    todo: {
      en: 'Send less at once, or import the data as a file with POST /imports.',
      fr: 'Envoyez-en moins à la fois, ou importez les données en fichier avec POST /imports.',
    },
  },
  'request.too-slow': {
    kind: 'invalid',
    message: {
      en: 'The request did not arrive in {seconds} seconds.',
      fr: 'La requête n’est pas arrivée en {seconds} secondes.',
    },
    todo: { en: 'Send it again over a better line.', fr: 'Renvoyez-la par une meilleure liaison.' },
  },
  'request.type-unsupported': {
    kind: 'invalid',
    message: { en: 'A body of type “{type}” is not read here.', fr: 'Un corps de type « {type} » n’est pas lu ici.' },
    todo: { en: 'Send one of: {types}.', fr: 'Envoyez l’un de ces types : {types}.' },
  },
  'request.url-too-long': {
    kind: 'too-large',
    message: {
      en: 'The address of the request is longer than {limit} characters.',
      fr: 'L’adresse de la requête dépasse {limit} caractères.',
    },
    todo: {
      en: 'Ask with POST /query, or with a smaller filter.',
      fr: 'Passez par POST /query, ou utilisez un filtre plus court.',
    },
  },
  'server.unexpected': {
    kind: 'unavailable',
    message: { en: 'Something unexpected went wrong.', fr: 'Une erreur inattendue s’est produite.' },
    todo: {
      en: 'Try again; if it lasts, look in the log for the request {id}.',
      fr: 'Réessayez ; si cela persiste, cherchez la requête {id} dans le journal.',
    },
  },
  'ticket.unknown': {
    kind: 'not-found',
    message: { en: 'There is no ticket “{ticket}”.', fr: 'Le ticket « {ticket} » n’existe pas.' },
    todo: {
      en: 'Check the key; it is the “subject” of the ticket’s events.',
      fr: 'Vérifiez la clé : c’est le « subject » des événements du ticket.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
