import { useEffect, useEffectEvent } from 'react';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Notice, Row, Stack } from '../../ui/index.ts';
import { entryOfKey, quickEntries, type QuickEntry } from './entry-model.ts';
import styles from './watch.module.css';
import { t } from '../../language/index.ts';

const inTextOrDialog = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input, textarea, select, [contenteditable], [role="dialog"], [role="listbox"]',
  ) !== null;

interface QuickEntriesProps {
  keys: boolean;
  /** Told its words once it is recorded. */
  onNoted: (words: string) => void;
}

/** What was seen, by one press or one key. Single keys can be turned off (WCAG 2.1.4). */
export function QuickEntries({ keys, onNoted }: QuickEntriesProps) {
  const view = useView('therapist');
  const now = useServerNow();
  const { press, refused } = usePress();
  const entries = quickEntries(view, now);
  const note = async ({ label, command }: QuickEntry) => {
    if (await press(command)) onNoted(t(label));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const entry = entryOfKey(event, inTextOrDialog(event.target), entries);
    if (entry) void note(entry);
  });
  useEffect(() => {
    if (!keys) return undefined;
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [keys]);
  if (entries.length === 0) return null;
  return (
    <Stack gap={2}>
      <Row gap={2}>
        {entries.map((entry) => (
          <Button key={entry.key} onPress={() => void note(entry)}>
            {t(entry.label)}
            {keys && (
              <kbd className={styles.key} aria-hidden="true">
                {entry.key.toUpperCase()}
              </kbd>
            )}
          </Button>
        ))}
      </Row>
      {refused && (
        <Notice tone="lost" live="alert">
          {refused.message}
        </Notice>
      )}
    </Stack>
  );
}
