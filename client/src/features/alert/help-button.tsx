import { useCallback, useState } from 'react';
import { useLocalNow } from '../../connection/use-clock.ts';
import { useKept, useUnreached } from '../../connection/use-kept.ts';
import { useConnection, useSession } from '../../connection/use-session.ts';
import { telLink } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
import { Button, LinkButton } from '../../ui/index.ts';
import styles from './help-button.module.css';
import { helpModel } from './help-model.ts';
import { useHelpKeys } from './use-help-keys.ts';

/**
 * The client's one large Help: a tap anywhere in its zone, or a key that is found without looking
 * (AL14).
 */
export function HelpButton({ tall }: { tall: boolean }) {
  const connection = useConnection();
  const facts = {
    view: useSession('view'),
    pending: useSession('pending'),
    clockOffset: useSession('clockOffset'),
  };
  const now = useLocalNow();
  const [refused, setRefused] = useState(false);
  const kept = useKept();
  const unreached = useUnreached();
  const { words, call } = helpModel({ ...facts, kept, unreached, localNow: now, refused });

  const help = useCallback(() => {
    const sending = connection.get().pending.some((press) => press.command.type === 'alert.raise');
    if (sending) return;
    setRefused(false);
    void connection
      .send({ type: 'alert.raise', kind: 'help' })
      .then((reply) => setRefused(!reply.ok));
  }, [connection]);

  useHelpKeys(help);

  return (
    <div className={styles.zone} data-tall={tall || undefined}>
      <div className={styles.press}>
        <Button variant="help" size="zone" icon="hand" describedBy="help-words" onPress={help}>
          {t('Help')}
        </Button>
      </div>
      <p id="help-words" className={styles.words} role="status">
        {words}
      </p>
      {call && (
        <LinkButton href={telLink(call.phone)} size="large" wide icon="phone">
          {t('Call {name}', { name: call.name })}
        </LinkButton>
      )}
    </div>
  );
}
