import { createContext, use, useSyncExternalStore } from 'react';
import type { LineConnection, LineSnapshot } from './line-connection.ts';

/** Null for the client, whose browser has nothing of it (LN1). */
export const LineContext = createContext<LineConnection | null>(null);

export function useLine(): LineSnapshot & Pick<LineConnection, 'talk' | 'hangUp' | 'hear'> {
  const line = use(LineContext);
  if (!line) throw new Error('The line is for therapist and chaperone, below a MediaProvider');
  const { talk, hangUp, hear } = line;
  return { ...useSyncExternalStore(line.subscribe, line.get), talk, hangUp, hear };
}
