import { useEffect } from 'react';
import { useSession } from '../../connection/use-session.ts';
import { keepCard } from './kept-card.ts';

/** Stands on the chaperone's page, and keeps its card for when the network is gone (EC3). */
export function KeepCard({ sessionId }: { sessionId: string }) {
  const { view, ended, clockOffset } = useSession();
  useEffect(
    () => keepCard(sessionId, { view, ended, clockOffset }, Date.now()),
    [sessionId, view, ended, clockOffset],
  );
  return null;
}
