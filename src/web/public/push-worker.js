/** Shows what Vigie tells this device, and opens its place: a path of Vigie, and of nobody else. */

/** The address of a path of this site; its beginning for anything else. */
function placeOf(link) {
  const home = new URL('/', self.location.origin);
  if (typeof link !== 'string' || !URL.canParse(link, home)) return home.href;
  const url = new URL(link, home);
  return url.origin === home.origin ? url.href : home.href;
}

function read(data) {
  try {
    const { title, text, link } = data.json();
    return { title: String(title ?? 'Vigie'), text: String(text ?? ''), link: placeOf(link) };
  } catch {
    // A browser takes the permission away from a site that shows nothing.
    return { title: 'Vigie', text: '', link: placeOf('/') };
  }
}

self.addEventListener('push', (event) => {
  const { title, text, link } = read(event.data);
  // The same message that came twice stands once.
  const tag = JSON.stringify([title, text, link]);
  const shown = { body: text, tag, data: { link }, icon: '/vigie.svg' };
  event.waitUntil(self.registration.showNotification(title, shown));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(placeOf(event.notification.data?.link)));
});
