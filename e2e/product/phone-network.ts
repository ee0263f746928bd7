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

/** One browser's address at the push service. */
export interface PushAddress {
  /** As `PushManager.subscribe` would give it. */
  subscription: PushSubscriptionKeys;
  /** The next message of this session that nobody took yet, decrypted. */
  next(sessionId: string): Promise<string>;
}

export interface PushService extends PushAddress {
  /** For PUSH_HOSTS. */
  host: string;
  /** One more, as a browser is given now and then in place of the one that it had. */
  newAddress(): PushAddress;
  stop(): Promise<void>;
}

/** Push alone. */
export async function startPushService(): Promise<PushService> {
  const { host, pushes, newBrowser, until, stop } = await startPhoneNetwork();
  const taken = new Set<object>();
  function newAddress(): PushAddress {
    const { subscription, decrypt } = newBrowser();
    const isOurs = (path: string) => subscription.endpoint.endsWith(path);
    return {
      subscription,
      next: (sessionId) =>
        until(() => {
          const push = pushes.find(
            (each) =>
              isOurs(each.path) && !taken.has(each) && decrypt(each.body).includes(sessionId),
          );
          if (push) taken.add(push);
          return push && decrypt(push.body);
        }),
    };
  }
  return { host, ...newAddress(), newAddress, stop };
}
