/** As much of a service worker's world as is used: its types and the page's cannot stand together. */
export interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Pushed extends Extendable {
  data: { text(): string } | null;
}
interface Clicked extends Extendable {
  /** Which button; empty for the notification itself. */
  action: string;
  notification: { data: unknown; close(): void };
}
interface OpenPage {
  url: string;
  focus(): Promise<unknown>;
}
interface Scope {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'push', listener: (event: Pushed) => void): void;
  addEventListener(type: 'pushsubscriptionchange', listener: (event: Extendable) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Clicked) => void): void;
  registration: {
    showNotification(title: string, options: object): Promise<void>;
    pushManager: Pick<PushManager, 'subscribe'>;
  };
  clients: {
    matchAll(which: { type: 'window'; includeUncontrolled: boolean }): Promise<OpenPage[]>;
    openWindow(path: string): Promise<unknown>;
  };
}

export const scope = globalThis as unknown as Scope;
