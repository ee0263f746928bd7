import { useEffect, useRef, useState } from 'react';
import type { PromptOffer } from '@sojourn/shared/session/prompt';
import { ALONE_PROMPTS, promptById, type Prompt } from '@sojourn/shared/session/prompt-library';
import { useConnection, useSession } from '../../connection/use-session.ts';
import { Button, Row } from '../../ui/index.ts';
import styles from './grounding.module.css';

/** The client's side: at most one short line, large and calm, and a small set to open alone. */
export function ClientGrounding() {
  const offer = useOffer();
  useShownWhenVisible(offer);
  return (
    <section aria-label="Grounding" className={styles.calm}>
      {offer ? <CurrentPrompt offer={offer} /> : <AloneSet />}
    </section>
  );
}

/** Null also before the first view is there. */
function useOffer(): PromptOffer | null {
  const { view } = useSession();
  return view?.screen === 'client' ? view.prompt : null;
}

function CurrentPrompt({ offer }: { offer: PromptOffer }) {
  const connection = useConnection();
  const prompt = promptById(offer.promptId);
  if (!prompt) return null;
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
  const { link } = useSession();
  const [open, setOpen] = useState(false);
  /** Opened without a server: shown here, and told to nobody (GR4). */
  const [own, setOwn] = useState<Prompt | null>(null);
  const choose = (prompt: Prompt) => {
    if (link === 'connected') {
      void connection.send({ type: 'prompt.open', promptId: prompt.promptId });
    } else setOwn(prompt);
  };
  if (own) {
    return (
      <>
        <p className={styles.calmLine} role="status">
          {own.line}
        </p>
        <div className={styles.answers}>
          <Button size="large" wide onPress={() => setOwn(null)}>
            Another time
          </Button>
        </div>
      </>
    );
  }
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
        <Button key={prompt.promptId} size="large" wide onPress={() => choose(prompt)}>
          {prompt.title}
        </Button>
      ))}
    </div>
  );
}

/** Tells the therapist that an offer is on the screen, once each, when it really is (GR2). */
function useShownWhenVisible(prompt: PromptOffer | null) {
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
