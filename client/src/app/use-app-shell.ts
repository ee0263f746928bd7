import { useEffect } from 'react';
import type { Role } from '@sojourn/shared/session/role';
import { leave, LEFT } from '../connection/left.ts';
import { useLanguage } from '../language/use-language.ts';

/**
 * Keeps the app itself in this browser, so that every page opens without a network or a server (EC3, WD3).
 * Built only: in development the sources change under it.
 */
export function useAppShell(): void {
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    // Refused in a private window: then the page needs the network, as any other.
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  }, []);
  const language = useLanguage();
  // For the words of a notification, which comes with no page open.
  useEffect(() => leave(LEFT.language, language), [language]);
}

/**
 * What a guest puts on their Home Screen opens where they stand: their one session, which an iPhone's
 * app on the Home Screen could not find by itself. It shares nothing with the browser that it came from.
 */
export function useInstalledHere(sessionId: string, as: Role): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    const before = link?.getAttribute('href');
    if (as === 'therapist' || !link || !before) return undefined;
    link.setAttribute('href', `/sessions/${encodeURIComponent(sessionId)}/${as}.webmanifest`);
    return () => link.setAttribute('href', before);
  }, [sessionId, as]);
}
