/** Shows what Vigie pushes to this browser, and opens the page that a click asks for. It keeps no files and answers no requests. */

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const { title, body, path, tag } = readMessage(event.data);
  // A browser takes the right away from who shows nothing.
  event.waitUntil(
    self.registration.showNotification(title, { body, tag, icon: '/vigie.svg', data: { url: ownAddress(path) } }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(ownAddress(event.notification.data?.url)));
});

function readMessage(data) {
  try {
    const { title, body, path, tag } = data.json();
    return { title: String(title), body: String(body), path: String(path), tag: String(tag) };
  } catch {
    return { title: 'Vigie', body: '', path: '/', tag: 'unknown' };
  }
}

/** An address of this Vigie; anything that leads elsewhere leads to its first page. */
function ownAddress(path) {
  const { origin } = self.location;
  const url = URL.canParse(String(path), origin) ? new URL(String(path), origin) : new URL(origin);
  return url.origin === origin ? url.href : `${origin}/`;
}

/** A window that shows the page already is brought forward; others may hold what somebody is writing, so none is led away. */
async function open(url) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find((one) => one.url === url);
  return there === undefined ? self.clients.openWindow(url) : there.focus();
}
