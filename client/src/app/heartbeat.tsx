import { useEffect, useRef } from 'react';
import type { Role } from '@sojourn/shared/session/role';
import { createHeartbeat } from '../connection/heartbeat.ts';
import { useConnection, useSession } from '../connection/use-session.ts';
import { isSoundUnlocked, onSoundChange } from '../features/alert/index.ts';
import { useMediaThere } from '../features/video/index.ts';

/** As much of the Battery Status API as is used; not every browser has it. */
interface Battery extends EventTarget {
  readonly level: number;
  readonly charging: boolean;
}
const askBattery = (): Promise<Battery | null> => {
  const { getBattery } = navigator as { getBattery?: () => Promise<Battery> };
  return getBattery ? getBattery.call(navigator).catch(() => null) : Promise.resolve(null);
};

/** The siren for the chaperone; for the others, that the browser lets this page be heard. */
const maySound = (as: Role): boolean =>
  as === 'chaperone' ? isSoundUnlocked() : navigator.userActivation.hasBeenActive;

/** This page's heartbeat (PR4). Stands once on a session's page. */
export function SessionHeartbeat({ as }: { as: Role }) {
  const connection = useConnection();
  const link = useSession('link');
  const media = useMediaThere(as);
  const facts = useRef({ media });
  const soon = useRef(() => {});
  useEffect(() => {
    let battery: Battery | null = null;
    const heart = createHeartbeat({
      read: () => ({
        visible: document.visibilityState === 'visible',
        battery: battery?.level ?? null,
        charging: battery?.charging ?? null,
        sound: maySound(as),
        media: facts.current.media,
      }),
      send: (beat) => connection.beat(beat),
    });
    soon.current = heart.soon;
    const ended = new AbortController();
    const { signal } = ended;
    const passive = { capture: true, passive: true, signal };
    window.addEventListener('pointerdown', heart.touched, passive);
    window.addEventListener('keydown', heart.touched, passive);
    window.addEventListener('online', heart.soon, { signal });
    document.addEventListener('visibilitychange', heart.soon, { signal });
    void askBattery().then((known) => {
      battery = known;
      known?.addEventListener('chargingchange', heart.soon, { signal });
    });
    const leave = [onSoundChange(heart.soon), connection.onPing(heart.asked)];
    return () => {
      ended.abort();
      heart.stop();
      for (const each of leave) each();
    };
  }, [connection, as]);
  useEffect(() => {
    facts.current = { media };
    if (link === 'connected') soon.current();
  }, [media, link]);
  return null;
}
