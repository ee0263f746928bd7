import type { PaceKind } from '@sojourn/shared/session/pace';
import { t } from '../../language/index.ts';
import { Button } from '../../ui/index.ts';
import styles from './grounding.module.css';
import { PACE_TITLES } from './kind-words.ts';

interface PaceButtonsProps {
  /** There is a prompt that can be kept or changed for another. */
  withPrompt: boolean;
  keepable: boolean;
  onKeep: () => void;
  onSignal: (kind: PaceKind) => void;
}

/** What the client can say with one tap, each large enough for a hand that is not quite theirs (GR11). */
export function PaceButtons({ withPrompt, keepable, onKeep, onSignal }: PaceButtonsProps) {
  const buttons = (kinds: readonly PaceKind[]) =>
    kinds.map((kind) => (
      <Button key={kind} size="large" wide onPress={() => onSignal(kind)}>
        {t(PACE_TITLES[kind])}
      </Button>
    ));
  return (
    <div className={styles.answers} role="group" aria-label={t('Your pace')}>
      {/* First what changes this screen by itself: on a short one, with no line, the rest needs scrolling. */}
      {buttons(withPrompt ? ['another', 'slower', 'quiet'] : ['slower', 'quiet'])}
      {buttons(['stay', 'ok'])}
      {/* Last: it goes once it is pressed, and nothing moves under a hand that taps twice. */}
      {keepable && (
        <Button size="large" wide onPress={onKeep}>
          {t('Keep')}
        </Button>
      )}
    </div>
  );
}
