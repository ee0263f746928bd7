import type { Role } from '@sojourn/shared/session/role';
import { useEffect, useRef } from 'react';
import { useSession } from '../../connection/use-session.ts';
import { t } from '../../language/index.ts';
import { classNames, Icon } from '../../ui/index.ts';
import { useMedia } from './media-context.ts';
import { nameOf, tileModel } from './remote-model.ts';
import { useFrozen } from './use-frozen.ts';
import styles from './video-tile.module.css';

export interface VideoTileProps {
  /** The remote person to show. */
  role: Role;
  /** cover fills the tile; contain crops nothing: for watching somebody who lies down. */
  fit?: 'cover' | 'contain';
}

/** One remote person: their picture, or what is true instead. */
export function VideoTile({ role, fit = 'cover' }: VideoTileProps) {
  const view = useSession('view');
  const { state, remotes } = useMedia();
  const element = useRef<HTMLVideoElement>(null);
  const remote = remotes[role];
  const track = remote?.video ?? null;
  useEffect(() => {
    const video = element.current;
    if (!video || !track) return;
    track.attach(video);
    return () => {
      track.detach(video);
    };
  }, [track]);
  const frozen = useFrozen(element, track !== null);
  if (!view || view.screen === 'lobby') return null;
  const { name, connected } = view.people[role];
  const model = tileModel({ state, name, role, connected, remote, frozen });
  const who = nameOf(role, name);
  return (
    <figure
      className={styles.tile}
      data-fit={fit}
      data-trouble={model.trouble || undefined}
      aria-label={who}
    >
      {/* Live: there are no captions to offer. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        ref={element}
        className={styles.video}
        data-participant-role={role}
        aria-label={t('Video of {who}', { who })}
        autoPlay
        playsInline
        hidden={!model.picture}
      />
      {!model.picture && (
        <div className={styles.instead}>
          <span className={styles.initial} aria-hidden="true">
            {/\p{L}/u.exec(who.replace(/^(The|Your) /, ''))?.[0].toUpperCase()}
          </span>
        </div>
      )}
      <figcaption className={styles.caption}>
        <span className={styles.name}>
          {remote?.muted && <Icon name="mic-off" label={t('Microphone off')} />}
          {who}
        </span>
        {model.words && (
          <span className={classNames(styles.words, model.over && styles.over)}>{model.words}</span>
        )}
      </figcaption>
    </figure>
  );
}
