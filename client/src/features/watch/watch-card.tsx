import { useEffect, useRef, useState, type ReactNode } from 'react';
import { eventWords } from '@sojourn/shared/session/event-words';
import { isOver } from '@sojourn/shared/session/phase';
import { useServerNow } from '../../connection/use-clock.ts';
import { useView } from '../../connection/use-session.ts';
import { minutesBetween } from '../../connection/words.ts';
import { softSound } from '../../media/index.ts';
import { Card, Checkbox, Row, Status } from '../../ui/index.ts';
import { dueMarks } from './due-model.ts';
import { graphModel } from './graph-model.ts';
import { NoteField } from './note-field.tsx';
import { QuickEntries } from './quick-entries.tsx';
import { TimelineGraph } from './timeline-graph.tsx';
import { TimelineList } from './timeline-list.tsx';
import styles from './watch.module.css';
import { t, told } from '../../language/index.ts';

/** What happened, what is due, and the hand's way to add to it. */
export function WatchCard({ aside }: { aside?: ReactNode }) {
  const view = useView('therapist');
  const now = useServerNow();
  const [keys, setKeys] = useState(true);
  const { therapist, client, chaperone } = view.people;
  const names = { therapist: therapist.name, client: client.name, chaperone: chaperone.name };
  const due = dueMarks(view, now);
  const graph = graphModel(view, now, (entry) => told(eventWords(entry, names).title));
  const [noted, setNoted] = useNoted();
  useSoftReminder(due.filter((mark) => mark.due).length);
  return (
    <Card
      title={t('Watch')}
      actions={
        <>
          {/* Said here, too: the list below may be out of sight when a key is pressed. */}
          <span role="status" className={styles.noted}>
            {noted && <Status tone="ok">{t('Noted: {what}', { what: noted })}</Status>}
          </span>
          {aside}
        </>
      }
    >
      {due.length > 0 && (
        <Row gap={2}>
          {view.t0 !== null && (
            <Status tone="accent">
              {t('{minutes} min since the dose', { minutes: minutesBetween(view.t0, now) })}
            </Status>
          )}
          {due.map(({ what, due: isDue, words }) => (
            <Status key={what} tone={isDue ? 'medium' : 'waiting'} live={isDue}>
              {words}
            </Status>
          ))}
        </Row>
      )}
      <QuickEntries keys={keys} onNoted={setNoted} />
      <NoteField />
      <TimelineList entries={view.timeline} names={names} t0={view.t0} />
      {graph && <TimelineGraph graph={graph} />}
      {!isOver(view.phase) && (
        <Checkbox label={t('Single keys make entries')} checked={keys} onChange={setKeys} />
      )}
    </Card>
  );
}

/** ms */
const NOTED_FOR = 6_000;

/** What was noted last, for a moment. */
function useNoted() {
  const [noted, setNoted] = useState<{ words: string } | null>(null);
  useEffect(() => {
    if (!noted) return;
    const over = setTimeout(() => setNoted(null), NOTED_FOR);
    return () => clearTimeout(over);
  }, [noted]);
  return [noted?.words ?? null, (words: string) => setNoted({ words })] as const;
}

/** Two soft notes on the therapist's side when something becomes due; never on the client's. */
function useSoftReminder(due: number): void {
  const before = useRef(due);
  useEffect(() => {
    if (due > before.current) void softSound();
    before.current = due;
  }, [due]);
}
