import type { ReactNode } from 'react';
import { LocalMediaContext, partsOfPage } from './use-local-media.ts';

/** Stands above the lobby and the room. Asks for nothing by itself. */
export function LocalMediaProvider({ children }: { children: ReactNode }) {
  return <LocalMediaContext value={partsOfPage()}>{children}</LocalMediaContext>;
}
