import type { Role } from '@sojourn/shared/session/role';
import { t } from '../../language/index.ts';
import { DeviceNotices } from './device-notices.tsx';
import { MediaNotices } from './media-notices.tsx';
import { SelfView } from './self-view.tsx';
import styles from './video-stage.module.css';
import { VideoTile } from './video-tile.tsx';

export interface VideoStageProps {
  /** The remote people, the most important first. Their own picture is added small. */
  tiles: readonly Role[];
  /**
   * workspace: the first one large and uncropped, the others beside · client: the first one large, the
   * others small above it · chaperone: equals.
   */
  variant: 'workspace' | 'client' | 'chaperone';
  /** For the client after the dose: no notices but those that one tap mends. */
  quiet?: boolean;
}

export function VideoStage({ tiles, variant, quiet = false }: VideoStageProps) {
  const [first, ...others] = tiles;
  return (
    <section className={styles.frame} aria-label={t('Video')}>
      <div className={styles.stage} data-variant={variant} data-others={others.length}>
        {first && (
          <div className={styles.first}>
            <VideoTile role={first} fit={variant === 'workspace' ? 'contain' : 'cover'} />
          </div>
        )}
        {others.map((role) => (
          <div key={role} className={styles.other}>
            <VideoTile role={role} />
          </div>
        ))}
        <div className={styles.self}>
          <SelfView />
        </div>
        {/* Over the pictures: what comes and goes must not move the buttons below. */}
        <div className={styles.notices}>
          <MediaNotices quiet={quiet} />
        </div>
      </div>
      {!quiet && <DeviceNotices />}
    </section>
  );
}
