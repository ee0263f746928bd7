import { useEffect, useRef, useState } from 'react';
import { ALONE_PROMPTS, promptById } from '@sojourn/shared/session/prompt-library';
import { useConnection, useView } from '../../connection/use-session.ts';
import { Button, Row } from '../../ui/index.ts';
import styles from './grounding.module.css';

/** The client's side: at most one short line, large and calm, and a small set to open alone. */
export function ClientGrounding() {
  const { prompt } = useView('client');
  useShownWhenVisible();
  return (
    <section aria-label="Grounding" className={styles.calm}>
      {prompt ? <CurrentPrompt /> : <AloneSet />}
    </section>
  );
}

function CurrentPrompt() {
  const { prompt: offer } = useView('client');
  const connection = useConnection();
  const prompt = offer && promptById(offer.promptId);
  if (!offer || !prompt) return null;
  const respond = (response: 'keep' | 'slower' | 'another_time') =>
    void connection.send({ type: 'prompt.respond', offerId: offer.offerId, response });
  const kept = offer.state === 'kept';
  return (
    <>
      <p key={offer.offerId} className={styles.calmLine} role="status">
        {prompt.line}
      </p>
      {offer.slowerAskedAt !== null && <p className={styles.calmNote}>Slower. There is time.</p>}
      <div className={styles.answers}>
        {!kept && (
          <Button size="large" wide onPress={() => respond('keep')}>
            Keep this
          </Button>
        )}
        <Button size="large" wide onPress={() => respond('slower')}>
          Slower
        </Button>
        <Button size="large" wide onPress={() => respond('another_time')}>
          Another time
        </Button>
      </div>
    </>
  );
}

function AloneSet() {
  const connection = useConnection();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Row justify="center">
        <Button variant="plain" size="large" icon="leaf" onPress={() => setOpen(true)}>
          Something to hold on to
        </Button>
      </Row>
    );
  }
  return (
    <div className={styles.alone} data-alone>
      <div className={styles.notNow}>
        <Button variant="plain" wide onPress={() => setOpen(false)}>
          Not now
        </Button>
      </div>
      {ALONE_PROMPTS.map((prompt) => (
        <Button
          key={prompt.promptId}
          size="large"
          wide
          onPress={() => void connection.send({ type: 'prompt.open', promptId: prompt.promptId })}
        >
          {prompt.title}
        </Button>
      ))}
    </div>
  );
}

/** Tells the therapist that an offer is on the screen, once each, when it really is (GR2). */
function useShownWhenVisible() {
  const { prompt } = useView('client');
  const connection = useConnection();
  const told = useRef<string | null>(null);
  const waiting = prompt?.state === 'offered' ? prompt.offerId : null;
  useEffect(() => {
    const tell = () => {
      if (!waiting || told.current === waiting || document.visibilityState !== 'visible') return;
      told.current = waiting;
      void connection.send({ type: 'prompt.shown', offerId: waiting });
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [waiting, connection]);
}
