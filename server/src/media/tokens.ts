import { AccessToken, TrackSource } from 'livekit-server-sdk';

export interface LiveKitAccess {
  /** ws:// or wss:// address for browsers. */
  url: string;
  /** http:// or https:// address for this server. */
  apiUrl: string;
  apiKey: string;
  apiSecret: string;
}

/** Seconds. The open-source server cannot revoke a token, so it must soon be worth nothing. */
export const TOKEN_LIFE = 600;

/**
 * A LiveKit token for one person and one room. Every grant field is set: an unset one means allowed.
 * Identity and room are opaque; no name, no metadata (MD3). Nobody records, nobody sends data.
 */
export function mintToken(
  { apiKey, apiSecret }: Pick<LiveKitAccess, 'apiKey' | 'apiSecret'>,
  who: { identity: string; room: string; camera: boolean },
): Promise<string> {
  const token = new AccessToken(apiKey, apiSecret, { identity: who.identity, ttl: TOKEN_LIFE });
  token.addGrant({
    room: who.room,
    roomJoin: true,
    roomCreate: false,
    roomList: false,
    roomAdmin: false,
    roomRecord: false,
    ingressAdmin: false,
    canPublish: true,
    canPublishSources: who.camera
      ? [TrackSource.CAMERA, TrackSource.MICROPHONE]
      : [TrackSource.MICROPHONE],
    canPublishData: false,
    canSubscribe: true,
    canSubscribeMetrics: false,
    canUpdateOwnMetadata: false,
    canManageAgentSession: false,
    hidden: false,
    recorder: false,
    agent: false,
  });
  return token.toJwt();
}
