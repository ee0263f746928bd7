import { useEffect } from 'react';

/**
 * Keeps the app itself on this phone, so that its page opens without a network (EC3). Built only: in
 * development the sources change under it.
 */
export function useAppShell(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    // Refused in a private window: then the page needs the network, as any other.
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  }, [wanted]);
}
