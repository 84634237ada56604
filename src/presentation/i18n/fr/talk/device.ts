import type { device as english } from '../../en/talk/device.ts';

export const device: Record<keyof typeof english, string> = {
  title: 'Appareils',
  lead: 'Le message s’affiche sur l’appareil même quand Vigie est fermé. Il en dit peu : de quoi il s’agit, où, et un lien.',
  turnOn: 'Me prévenir sur cet appareil',
  turnOff: 'Ne plus prévenir sur cet appareil',
  on: 'Cet appareil est prévenu.',
  off: 'Cet appareil n’est pas encore prévenu.',
  blocked:
    'Le navigateur bloque les notifications de ce site. Autorisez-les dans ses réglages pour ce site, puis rechargez cette page.',
  unsupported: 'Ce navigateur ne peut pas être prévenu ici.',
  unsupportedLead:
    'Il faut https et un navigateur qui reçoit des messages. Sur iPhone ou iPad, ajoutez d’abord Vigie à l’écran d’accueil et ouvrez-le depuis celui-ci.',
  refused:
    'Le navigateur n’a pas donné son autorisation. Réessayez, et acceptez les notifications quand il le demande.',
  noService:
    'Le navigateur ne joint pas le service qui lui apporte les messages. Vérifiez le réseau et les réglages du navigateur, puis réessayez.',
  none: 'Aucun appareil pour l’instant',
  noneLead: 'Ceux sur lesquels vous demandez à être prévenu apparaîtront ici.',
  name: 'Appareil',
  since: 'Depuis',
  lastSent: 'Dernier envoi',
  never: 'Rien encore',
  failed: 'Le dernier message n’a pas été pris : {{reason}}',
  test: 'Envoyer un message d’essai',
  tested: 'Envoyé. Il devrait s’afficher sur cet appareil dans quelques secondes.',
  testText: 'Les notifications arrivent sur cet appareil.',
  remove: 'Retirer {{name}}',
  removeTitle: 'Ne plus rien signaler sur cet appareil ?',
  removeLead:
    '{{name}} ne reçoit plus de messages de cet espace de travail. Vous pourrez le réactiver depuis cet appareil.',
  removeAction: 'Retirer',
  unknown: 'Appareil inconnu',
};
