import { useEffect } from 'react';

/**
 * Keeps the app itself in this browser, so that its page opens without a network or a server (EC3, WD3).
 * Built only: in development the sources change under it.
 */
export function useAppShell(): void {
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    // Refused in a private window: then the page needs the network, as any other.
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  }, []);
}
