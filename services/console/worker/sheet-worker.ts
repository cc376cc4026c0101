/**
 * Lets a score sheet be opened again without a network: the console's page and the files that a sheet needs, and nothing else. No answer
 * of the platform is kept here; what was scored lies in the browser's own store, which signing out and sealing empty.
 */
declare const self: ServiceWorkerGlobalScope;

/** What the build puts here: the files that the sheet's page loads, by their hashed names. Another build is another worker. */
declare const SHEET_FILES: readonly string[];
declare const SHEET_BUILD: string;

const FILES = SHEET_FILES;
const KEPT = `jiangong-sheet-${SHEET_BUILD}`;
const PAGE = '/';
/** A sheet's page; other pages of rounds go their way. */
const SHEET = /^\/rounds\/[0-9a-f-]{36}\/sheet$/u;
/** A network that answers nothing is none. */
const ANSWER_MS_MAX = 5_000;

const keepFiles = async (): Promise<void> => {
  const kept = await caches.open(KEPT);
  await kept.addAll([...FILES]);
  const page = await fetch(PAGE, { headers: { accept: 'text/html' }, cache: 'no-store', credentials: 'omit' });
  // Another build was put up meanwhile: its own worker comes with it.
  const text = await page.clone().text();
  if (!page.ok || !FILES.some((file) => text.includes(file))) throw new Error('the page is of another build');
  await kept.put(PAGE, page);
};

const dropOthers = async (): Promise<void> => {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith('jiangong-sheet-') && name !== KEPT)
      .map(async (name) => caches.delete(name)),
  );
};

const pageOrKept = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(ANSWER_MS_MAX) });
  } catch (error) {
    const kept = await caches.match(PAGE, { cacheName: KEPT });
    if (kept === undefined) throw error;
    return kept;
  }
};

const fileOrAsked = async (request: Request, path: string): Promise<Response> =>
  (await caches.match(path, { cacheName: KEPT })) ?? fetch(request);

self.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(async () => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && SHEET.test(pathname)) event.respondWith(pageOrKept(request));
  else if (FILES.includes(pathname)) event.respondWith(fileOrAsked(request, pathname));
});

export {};
