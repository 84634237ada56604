import type { ErrorEntry } from '../error.ts';

/** Expected failures of accounts, members, tokens and links, part of the one catalogue. */
export const accessErrors = {
  'access.denied': {
    kind: 'forbidden',
    message: {
      en: 'Your role does not allow this: {what}.',
      fr: 'Votre rôle ne le permet pas : {what}.',
    },
    todo: {
      en: 'Ask an admin of the workspace for another role.',
      fr: 'Demandez un autre rôle à un administrateur de l’espace de travail.',
    },
  },
  'access.no-workspace': {
    kind: 'forbidden',
    message: {
      en: 'You are not a member of this workspace.',
      fr: 'Vous n’êtes pas membre de cet espace de travail.',
    },
    todo: {
      en: 'Choose one of yours, or ask an admin for an invitation.',
      fr: 'Choisissez l’un des vôtres, ou demandez une invitation à un administrateur.',
    },
  },
  'access.not-signed-in': {
    kind: 'unauthenticated',
    message: { en: 'Nobody is signed in.', fr: 'Personne n’est connecté.' },
    todo: {
      en: 'Sign in, or send an API token: “Authorization: Bearer …”.',
      fr: 'Connectez-vous, ou envoyez un jeton d’API : « Authorization: Bearer … ».',
    },
  },
  'access.token-refused': {
    kind: 'unauthenticated',
    message: {
      en: 'This API token is not known, was revoked or has expired.',
      fr: 'Ce jeton d’API est inconnu, révoqué ou expiré.',
    },
    todo: {
      en: 'Make another with “vigie token create”, or under Settings › API tokens.',
      fr: 'Créez-en un autre avec « vigie token create », ou dans Réglages › Jetons d’API.',
    },
  },
  'access.own-figures-only': {
    kind: 'forbidden',
    message: {
      en: 'Averages of a team are given without names: “{dimension}” would tell them.',
      fr: 'Les moyennes d’une équipe sont données sans les noms : « {dimension} » les révélerait.',
    },
    todo: {
      en: 'Ask without it, or for your own figures.',
      fr: 'Retirez-la de la question, ou demandez vos propres chiffres.',
    },
  },
  'access.team-too-small': {
    kind: 'forbidden',
    message: {
      en: 'Fewer than {least} people stand behind these averages, so they would tell who.',
      fr: 'Moins de {least} personnes sont derrière ces moyennes : elles les désigneraient.',
    },
    todo: { en: 'Ask for your own figures.', fr: 'Demandez vos propres chiffres.' },
  },
  'account.bad-code': {
    kind: 'unauthenticated',
    message: { en: 'This code is not the right one, or no longer.', fr: 'Ce code n’est pas, ou plus, le bon.' },
    todo: {
      en: 'Type the code that your app shows now, or a backup code that was not used.',
      fr: 'Saisissez le code affiché maintenant par votre application, ou un code de secours non utilisé.',
    },
  },
  'account.bad-credentials': {
    kind: 'unauthenticated',
    message: {
      en: 'This address and password do not belong together.',
      fr: 'Cette adresse et ce mot de passe ne vont pas ensemble.',
    },
    todo: {
      en: 'Try again, or ask for a new password.',
      fr: 'Réessayez, ou demandez un nouveau mot de passe.',
    },
  },
  'account.exists': {
    kind: 'conflict',
    message: { en: '{email} has an account already.', fr: '{email} a déjà un compte.' },
    todo: { en: 'Sign in with it.', fr: 'Connectez-vous avec ce compte.' },
  },
  'account.link-expired': {
    kind: 'not-found',
    message: {
      en: 'This link is not known, was used, or its time is over.',
      fr: 'Ce lien est inconnu, déjà utilisé, ou expiré.',
    },
    todo: { en: 'Ask for a new one.', fr: 'Demandez-en un nouveau.' },
  },
  'account.locked': {
    kind: 'limited',
    message: {
      en: 'Too many failed attempts: sign-in is closed for {minutes} min.',
      fr: 'Trop de tentatives : la connexion est fermée pendant {minutes} min.',
    },
    todo: {
      en: 'Wait, or ask for a new password.',
      fr: 'Patientez, ou demandez un nouveau mot de passe.',
    },
  },
  'account.no-mail': {
    kind: 'unavailable',
    message: { en: 'This installation sends no mail.', fr: 'Cette installation n’envoie pas d’e-mails.' },
    todo: {
      en: 'Ask its operator: “vigie user password ADDRESS” makes a link.',
      fr: 'Demandez à son exploitant : « vigie user password ADRESSE » crée un lien.',
    },
  },
  'account.no-single-sign-on': {
    kind: 'not-found',
    message: { en: 'No single sign-on is set up here.', fr: 'Aucune connexion unique n’est configurée ici.' },
    todo: {
      en: 'Sign in with a password; the operator can set OIDC_ISSUER.',
      fr: 'Connectez-vous avec un mot de passe ; l’exploitant peut définir OIDC_ISSUER.',
    },
  },
  'account.two-factor-on': {
    kind: 'conflict',
    message: {
      en: 'Two-factor sign-in is on already.',
      fr: 'La connexion en deux étapes est déjà active.',
    },
    todo: {
      en: 'Turn it off first to begin with another device.',
      fr: 'Désactivez-la d’abord pour changer d’appareil.',
    },
  },
  'account.unknown': {
    kind: 'not-found',
    message: { en: 'There is no account of {email}.', fr: 'Il n’y a pas de compte pour {email}.' },
    todo: { en: '“vigie user list” names them.', fr: '« vigie user list » les cite.' },
  },
  'account.weak-password': {
    kind: 'invalid',
    message: {
      en: 'This password is among the first that would be tried.',
      fr: 'Ce mot de passe est parmi les premiers qui seraient essayés.',
    },
    todo: {
      en: 'Choose several words that do not belong together, without your name or address.',
      fr: 'Choisissez plusieurs mots sans rapport entre eux, sans votre nom ni votre adresse.',
    },
  },
  'account.wrong-password': {
    kind: 'forbidden',
    message: { en: 'The password is not right.', fr: 'Le mot de passe est incorrect.' },
    todo: { en: 'Type your present password.', fr: 'Saisissez votre mot de passe actuel.' },
  },
  'link.password-wanted': {
    kind: 'forbidden',
    message: { en: 'This link wants a password.', fr: 'Ce lien demande un mot de passe.' },
    todo: { en: 'Ask whoever shared it.', fr: 'Demandez-le à la personne qui l’a partagé.' },
  },
  'link.unknown': {
    kind: 'not-found',
    message: {
      en: 'There is no such link, or its time is over.',
      fr: 'Ce lien n’existe pas, ou il a expiré.',
    },
    todo: { en: 'Ask whoever shared it for a new one.', fr: 'Demandez-en un nouveau à la personne qui l’a partagé.' },
  },
  'invitation.unknown': {
    kind: 'not-found',
    message: {
      en: 'There is no such invitation: it was accepted, taken back, or its time is over.',
      fr: 'Cette invitation n’existe pas : acceptée, retirée, ou expirée.',
    },
    todo: { en: 'Ask for a new one.', fr: 'Demandez-en une nouvelle.' },
  },
  'invitation.other-address': {
    kind: 'forbidden',
    message: {
      en: 'This invitation is for {email}, and you are signed in with another address.',
      fr: 'Cette invitation est pour {email}, et vous êtes connecté avec une autre adresse.',
    },
    todo: { en: 'Sign out, then open the link again.', fr: 'Déconnectez-vous, puis rouvrez le lien.' },
  },
  'invitation.sign-in-first': {
    kind: 'unauthenticated',
    message: {
      en: '{email} has an account: the invitation is accepted with it.',
      fr: '{email} a un compte : l’invitation s’accepte avec celui-ci.',
    },
    todo: { en: 'Sign in, then open the link again.', fr: 'Connectez-vous, puis rouvrez le lien.' },
  },
  'invitation.incomplete': {
    kind: 'invalid',
    message: {
      en: 'A new account needs a name and a password.',
      fr: 'Un nouveau compte demande un nom et un mot de passe.',
    },
    todo: { en: 'Send both.', fr: 'Indiquez les deux.' },
  },
  'member.known': {
    kind: 'conflict',
    message: { en: '{email} is a member already.', fr: '{email} est déjà membre.' },
    todo: { en: 'Change the role of the member instead.', fr: 'Modifiez plutôt le rôle du membre.' },
  },
  'member.last-owner': {
    kind: 'conflict',
    message: {
      en: 'A workspace keeps at least one owner.',
      fr: 'Un espace de travail garde au moins un propriétaire.',
    },
    todo: { en: 'Make somebody else an owner first.', fr: 'Nommez d’abord un autre propriétaire.' },
  },
  'member.owner-only': {
    kind: 'forbidden',
    message: {
      en: 'Only an owner makes, changes or removes owners.',
      fr: 'Seul un propriétaire nomme, modifie ou retire un propriétaire.',
    },
    todo: { en: 'Ask an owner of the workspace.', fr: 'Demandez à un propriétaire de l’espace de travail.' },
  },
  'member.unknown': {
    kind: 'not-found',
    message: { en: 'There is no member “{id}” here.', fr: 'Il n’y a pas de membre « {id} » ici.' },
    todo: { en: 'See GET /members for the list.', fr: 'La liste se trouve sous GET /members.' },
  },
  'request.too-many': {
    kind: 'limited',
    message: {
      en: 'Too many requests from here.',
      fr: 'Trop de requêtes depuis cette adresse.',
    },
    todo: { en: 'Try again in {seconds} seconds.', fr: 'Réessayez dans {seconds} secondes.' },
  },
  'token.unknown': {
    kind: 'not-found',
    message: { en: 'There is no token “{id}” here.', fr: 'Il n’y a pas de jeton « {id} » ici.' },
    todo: { en: 'See GET /tokens for the list.', fr: 'La liste se trouve sous GET /tokens.' },
  },
  'token.too-powerful': {
    kind: 'forbidden',
    message: {
      en: 'A token cannot make one that may do more than itself.',
      fr: 'Un jeton ne peut pas en créer un qui en fasse plus que lui.',
    },
    todo: { en: 'Choose a smaller scope.', fr: 'Choisissez une portée plus étroite.' },
  },
  'workspace.exists': {
    kind: 'conflict',
    message: { en: 'There is a workspace “{id}” already.', fr: 'L’espace de travail « {id} » existe déjà.' },
    todo: { en: 'Choose another id.', fr: 'Choisissez un autre identifiant.' },
  },
} as const satisfies Record<string, ErrorEntry>;
