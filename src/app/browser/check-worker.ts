// Answers for the page that checks documents when there is no network: with what the page itself has kept.

interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

async function answered(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  // Files have the state of their sources in their name: kept ones are the right ones.
  const before = await caches.match(request.mode === 'navigate' ? pathname : request, { ignoreVary: true });
  if (before !== undefined && pathname.startsWith('/assets/')) return before;
  try {
    return await fetch(request);
  } catch (error) {
    if (before !== undefined) return before;
    throw error;
  }
}

globalThis.addEventListener('fetch', (event) => {
  const fetching = event as Fetching;
  const { pathname } = new URL(fetching.request.url);
  const ours = /^\/(?:[a-z]{2}\/v$|assets\/)/.test(pathname);
  if (fetching.request.method === 'GET' && ours) fetching.respondWith(answered(fetching.request));
});

globalThis.addEventListener('activate', () => {
  // Pages open already are taken over, so that the first visit is enough.
  void (globalThis as unknown as { clients: { claim(): Promise<void> } }).clients.claim();
});

globalThis.addEventListener('install', () => {
  void (globalThis as unknown as { skipWaiting(): Promise<void> }).skipWaiting();
});

export {};
