import { type Role, roleTexts } from '#domain/access/role.ts';
import type { Language } from '#domain/error.ts';
import { writeLetter } from '#notifiers/e-mail/letter.ts';
import type { Mail } from '#notifiers/e-mail/send-mail.ts';

export interface Addressee {
  readonly email: string;
  readonly name: string;
  readonly language?: string | null;
}

/** The letter with which somebody chooses a new password. */
export function resetLetter(to: Addressee, url: string): Mail {
  const language = to.language === 'fr' ? 'fr' : 'en';
  const texts = {
    en: {
      subject: 'Choose a new password',
      before: [
        `Hello ${to.name},`,
        'Somebody asked for a new password for your account. If it was you, choose it here:',
      ],
      label: 'Choose a password',
      after: ['The link works once, for one hour. If it was not you, nothing needs to be done.'],
    },
    fr: {
      subject: 'Choisissez un nouveau mot de passe',
      before: [
        `Bonjour ${to.name},`,
        'Un nouveau mot de passe a été demandé pour votre compte. Si c’est bien vous, choisissez-le ici :',
      ],
      label: 'Choisir un mot de passe',
      after: ['Le lien fonctionne une fois, pendant une heure. Si ce n’est pas vous, il n’y a rien à faire.'],
    },
  }[language];
  const { subject, before, label, after } = texts;
  return writeLetter(to.email, { language, subject, before, button: { label, url }, after });
}

export interface InvitationText {
  readonly email: string;
  readonly workspace: string;
  readonly role: Role;
  readonly by: string;
  readonly url: string;
  readonly days: number;
}

/** The letter that invites somebody into a workspace. */
export function invitationLetter({ email, workspace, role, by, url, days }: InvitationText, language: Language): Mail {
  const { label, help } = roleTexts[role];
  const texts = {
    en: {
      subject: `${by} invites you to ${workspace}`,
      before: [
        `${by} invites you to the workspace “${workspace}” in Vigie, where service levels are followed.`,
        `Your role: ${label.en}. ${help.en}`,
      ],
      label: 'Accept the invitation',
      after: [`The link is for you alone and works for ${days} days.`],
    },
    fr: {
      subject: `${by} vous invite dans ${workspace}`,
      before: [
        `${by} vous invite dans l’espace « ${workspace} » de Vigie, où l’on suit les niveaux de service.`,
        `Votre rôle : ${label.fr}. ${help.fr}`,
      ],
      label: 'Accepter l’invitation',
      after: [`Le lien n’est que pour vous et fonctionne pendant ${days} jours.`],
    },
  }[language];
  const { subject, before, label: button, after } = texts;
  return writeLetter(email, { language, subject, before, button: { label: button, url }, after });
}
