/**
 * The worker that lets a sheet be opened again without a network. Its scope is the rounds' addresses; it answers for sheets alone.
 * A browser that knows no workers, or a page that came without TLS, goes without it.
 */
export const startSheetWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sheet-worker.js', { scope: '/rounds/' }).catch((error: unknown) => {
    // Scoring goes on; only a reload without a network does not.
    console.warn('no worker for the score sheet', error);
  });
};
