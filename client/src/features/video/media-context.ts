import { createContext, use, useSyncExternalStore } from 'react';
import type { MediaConnection, MediaSnapshot } from './media-connection.ts';

export const MediaContext = createContext<MediaConnection | null>(null);

export function useMedia(): MediaSnapshot & Pick<MediaConnection, 'bringBack' | 'hear'> {
  const media = use(MediaContext);
  if (!media) throw new Error('useMedia needs a MediaProvider above it');
  const { bringBack, hear } = media;
  return { ...useSyncExternalStore(media.subscribe, media.get), bringBack, hear };
}
