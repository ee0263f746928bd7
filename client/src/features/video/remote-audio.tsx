import type { Role } from '@sojourn/shared/session/role';
import { useEffect, useRef } from 'react';
import { useMedia } from './media-context.ts';
import type { ShownTrack } from './remote-model.ts';

const ROLES: readonly Role[] = ['therapist', 'client', 'chaperone'];

/** The others' voices. The elements stay: one that a tap has unlocked remains so for every later track. */
export function RemoteAudio() {
  const { remotes, audioBlocked, hear } = useMedia();
  useHearOnTap(audioBlocked, hear);
  return ROLES.map((role) => <Voice key={role} role={role} track={remotes[role]?.audio ?? null} />);
}

/** Any tap will do: somebody with an eye mask on must not have to find a button. */
export function useHearOnTap(audioBlocked: boolean, hear: () => void): void {
  useEffect(() => {
    if (!audioBlocked) return;
    window.addEventListener('pointerdown', hear);
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('pointerdown', hear);
      window.removeEventListener('keydown', hear);
    };
  }, [audioBlocked, hear]);
}

export function Voice({ role, track }: { role: Role; track: ShownTrack | null }) {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = element.current;
    if (!audio || !track) return;
    track.attach(audio);
    return () => {
      track.detach(audio);
    };
  }, [track]);
  useEffect(() => {
    // A phone call or Siri pauses it, and iOS does not resume it by itself.
    const resume = () => {
      const audio = element.current;
      if (document.visibilityState === 'visible' && audio?.srcObject && audio.paused) {
        audio.play().catch(() => undefined);
      }
    };
    document.addEventListener('visibilitychange', resume);
    window.addEventListener('focus', resume);
    return () => {
      document.removeEventListener('visibilitychange', resume);
      window.removeEventListener('focus', resume);
    };
  }, []);
  // Live speech: there are no captions to offer.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  return <audio ref={element} data-participant-role={track ? role : undefined} autoPlay />;
}
