import { useCallback, useEffect, useState } from 'react';
import { useLocalNow } from '../../connection/use-clock.ts';
import { isUnreached } from '../../connection/reach.ts';
import { useKept } from '../../connection/use-kept.ts';
import { useConnection, useSession } from '../../connection/use-session.ts';
import { telLink } from '../../connection/words.ts';
import { Button, LinkButton } from '../../ui/index.ts';
import styles from './help-button.module.css';
import { helpModel } from './help-model.ts';

/** True when the key goes to nothing else: the page itself has the focus. */
const onThePage = (target: EventTarget | null) =>
  target === document.body || (target instanceof HTMLElement && target.id === 'main');

/**
 * The client's one large Help: a tap anywhere in its zone, or Space or Enter when the page has the
 * focus.
 */
export function HelpButton({ tall }: { tall: boolean }) {
  const connection = useConnection();
  const snapshot = useSession();
  const now = useLocalNow();
  const [refused, setRefused] = useState(false);
  const kept = useKept();
  const unreached = isUnreached(snapshot, now);
  const { words, call } = helpModel({ snapshot, kept, unreached, localNow: now, refused });

  const help = useCallback(() => {
    const sending = connection.get().pending.some((press) => press.command.type === 'alert.raise');
    if (sending) return;
    setRefused(false);
    void connection
      .send({ type: 'alert.raise', kind: 'help' })
      .then((reply) => setRefused(!reply.ok));
  }, [connection]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || (event.key !== ' ' && event.key !== 'Enter')) return;
      if (!onThePage(event.target)) return;
      event.preventDefault();
      help();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [help]);

  return (
    <div className={styles.zone} data-tall={tall || undefined}>
      <div className={styles.press}>
        <Button variant="help" size="zone" icon="hand" describedBy="help-words" onPress={help}>
          Help
        </Button>
      </div>
      <p id="help-words" className={styles.words} role="status">
        {words}
      </p>
      {call && (
        <LinkButton href={telLink(call.phone)} size="large" wide icon="phone">
          {`Call ${call.name}`}
        </LinkButton>
      )}
    </div>
  );
}
