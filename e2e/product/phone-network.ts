import {
  startPhoneNetwork,
  type PhoneNetwork,
} from '../../server/src/notify/test-phone-network.ts';

/*
 * The recorders of the phone network and of a push service: the one piece of the server's test support that
 * is used here, because it is not the running system.
 */

export { startPhoneNetwork };

type PushBrowser = ReturnType<PhoneNetwork['newBrowser']>;
export type PushSubscriptionKeys = PushBrowser['subscription'];

export interface PushService {
  /** For PUSH_HOSTS. */
  host: string;
  /** As `PushManager.subscribe` would give it. */
  subscription: PushSubscriptionKeys;
  /** The next message of this session that nobody took yet, decrypted. */
  next(sessionId: string): Promise<string>;
  stop(): Promise<void>;
}

/** Push alone, for one browser. */
export async function startPushService(): Promise<PushService> {
  const { host, pushes, newBrowser, until, stop } = await startPhoneNetwork();
  const { subscription, decrypt } = newBrowser();
  const taken = new Set<object>();
  return {
    host,
    subscription,
    next: (sessionId) =>
      until(() => {
        const push = pushes.find(
          (each) => !taken.has(each) && decrypt(each.body).includes(sessionId),
        );
        if (push) taken.add(push);
        return push && decrypt(push.body);
      }),
    stop,
  };
}
