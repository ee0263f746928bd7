import type * as LiveKitClient from 'livekit-client';

export type LiveKit = typeof LiveKitClient;

let loading: Promise<LiveKit> | null = null;

/** Half a megabyte that the lobby's first picture does not wait for; a failed load is tried anew. */
export function loadLiveKit(): Promise<LiveKit> {
  loading ??= import('livekit-client').then(
    (livekit) => {
      // What goes wrong is said on the screen; LiveKit also calls an ordinary goodbye an error.
      livekit.setLogLevel('silent');
      return livekit;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
