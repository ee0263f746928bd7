import { useEffect, useRef, useState } from 'react';
import { useServerNow } from '../connection/use-clock.ts';
import { useView } from '../connection/use-session.ts';
import { usePresence } from '../features/presence/index.ts';
import { useLine } from '../features/video/index.ts';
import { t } from '../language/index.ts';
import { softSound } from '../media/index.ts';
import { Status } from '../ui/index.ts';
import { unansweredOf } from './unanswered-model.ts';
import styles from './unanswered.module.css';

/** What waits for an answer and is scrolled out of sight, said where nothing moves for it (AL15). */
export function Unanswered() {
  const view = useView('therapist');
  const line = useLine();
  const items = unansweredOf(view, {
    lineRings: line.otherTalks && !line.talking,
    people: usePresence(),
    now: useServerNow(),
  });
  const seen = useInSight(items.map(({ at }) => at));
  useSoftSound(items.filter(({ rings }) => rings).map(({ at }) => at));
  const hidden = items.filter(({ at }) => !seen.includes(at));
  if (hidden.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('Waits for your answer')}>
      {hidden.map(({ at, tone, words }) => (
        <li key={at}>
          <button type="button" className={styles.item} onClick={() => show(at)}>
            <Status tone={tone} bare>
              {words}
            </Status>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Of a card: less of it tells nobody what is asked. */
const HALF = 0.5;

const show = (at: string) => document.querySelector(at)?.scrollIntoView({ block: 'center' });

/** Which of these elements stand on the screen. They come and go with the view, so that each is sought anew. */
function useInSight(wanted: readonly string[]): readonly string[] {
  const [seen, setSeen] = useState<readonly string[]>([]);
  const key = wanted.join('|');
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (changes) => {
        for (const { target, intersectionRatio } of changes) {
          const at = key.split('|').find((one) => one !== '' && target.matches(one));
          if (at === undefined) continue;
          setSeen((before) => [
            ...before.filter((one) => one !== at),
            ...(intersectionRatio >= HALF ? [at] : []),
          ]);
        }
      },
      { threshold: HALF },
    );
    for (const at of key.split('|')) {
      const element = at === '' ? null : document.querySelector(at);
      if (element) watcher.observe(element);
    }
    return () => watcher.disconnect();
  }, [key]);
  return seen;
}

/** Two soft notes for each that is new; never on the client's side. */
function useSoftSound(waiting: readonly string[]): void {
  const before = useRef<readonly string[]>(waiting);
  useEffect(() => {
    if (waiting.some((one) => !before.current.includes(one))) void softSound();
    before.current = waiting;
  }, [waiting]);
}
