import type { ErrorEntry } from './error.ts';

/** Expected failures of requests to addresses that people type, part of the one catalogue. */
export const outgoingErrors = {
  'outgoing.address-refused': {
    kind: 'invalid',
    message: {
      en: '“{host}” leads into a private or reserved network, where Vigie sends nothing.',
      fr: '« {host} » mène dans un réseau privé ou réservé, où Vigie n’envoie rien.',
    },
    todo: {
      en: 'Give an address on the internet, or have the operator set VIGIE_OUTGOING_PRIVATE=1.',
      fr: 'Indiquez une adresse sur Internet, ou demandez à l’exploitant de régler VIGIE_OUTGOING_PRIVATE=1.',
    },
  },
  'outgoing.answer-too-large': {
    kind: 'unavailable',
    message: {
      en: '“{host}” answered with more than {limit}.',
      fr: '« {host} » a répondu par plus de {limit}.',
    },
    todo: {
      en: 'Check that the address is that of a receiver of messages.',
      fr: 'Vérifiez que l’adresse est bien celle d’un récepteur de messages.',
    },
  },
  'outgoing.bad-url': {
    kind: 'invalid',
    message: { en: 'This is not the address of a server.', fr: 'Ce n’est pas l’adresse d’un serveur.' },
    todo: {
      en: 'Write it whole, as in https://example.org/receive.',
      fr: 'Écrivez-la en entier, par exemple https://example.org/recevoir.',
    },
  },
  'outgoing.login-in-url': {
    kind: 'invalid',
    message: {
      en: 'The address holds a user name or a password.',
      fr: 'L’adresse contient un nom d’utilisateur ou un mot de passe.',
    },
    todo: {
      en: 'Remove it: an address is shown to others. Messages are signed instead.',
      fr: 'Retirez-le : une adresse est visible par d’autres. Les messages sont signés à la place.',
    },
  },
  'outgoing.port-refused': {
    kind: 'invalid',
    message: {
      en: 'Port {port} belongs to another service.',
      fr: 'Le port {port} appartient à un autre service.',
    },
    todo: { en: 'Use 80, 443, or 1024 and above.', fr: 'Utilisez 80, 443, ou 1024 et au-delà.' },
  },
  'outgoing.scheme-refused': {
    kind: 'invalid',
    message: {
      en: 'Nothing is sent to an address that begins with “{scheme}:”.',
      fr: 'Rien n’est envoyé à une adresse qui commence par « {scheme}: ».',
    },
    todo: {
      en: 'Use https; http is for private networks, with VIGIE_OUTGOING_PRIVATE=1.',
      fr: 'Utilisez https ; http est réservé aux réseaux privés, avec VIGIE_OUTGOING_PRIVATE=1.',
    },
  },
  'outgoing.timeout': {
    kind: 'unavailable',
    message: {
      en: '“{host}” did not answer within {seconds} seconds.',
      fr: '« {host} » n’a pas répondu en {seconds} secondes.',
    },
    todo: { en: 'Check that it runs, then try again.', fr: 'Vérifiez qu’il fonctionne, puis réessayez.' },
  },
  'outgoing.unknown-host': {
    kind: 'invalid',
    message: { en: 'There is no server named “{host}”.', fr: 'Aucun serveur ne s’appelle « {host} ».' },
    todo: { en: 'Check the spelling of the address.', fr: 'Vérifiez l’orthographe de l’adresse.' },
  },
  'outgoing.unreachable': {
    kind: 'unavailable',
    message: {
      en: '“{host}” cannot be reached ({reason}).',
      fr: '« {host} » est injoignable ({reason}).',
    },
    todo: {
      en: 'Check the address, its port and its certificate.',
      fr: 'Vérifiez l’adresse, son port et son certificat.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
