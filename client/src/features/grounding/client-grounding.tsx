import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Command } from '@sojourn/shared/session/command';
import type { PaceKind } from '@sojourn/shared/session/pace';
import type { Helped } from '@sojourn/shared/session/prompt-offer';
import type { KeptPrompt } from '../../connection/kept-model.ts';
import { useKept } from '../../connection/use-kept.ts';
import { useConnection, useSession } from '../../connection/use-session.ts';
import { t } from '../../language/index.ts';
import { AloneSet } from './alone-set.tsx';
import styles from './grounding.module.css';
import { PaceButtons } from './pace-buttons.tsx';
import { PaceNote } from './pace-note.tsx';
import { PromptLine } from './prompt-line.tsx';
import { useClientFacts } from './use-client-facts.ts';
import { useLeaving } from './use-leaving.ts';

/** What stands on the screen: an offer of the record, or what was opened with no server in reach. */
type Shown = Helped & Pick<KeptPrompt, 'spoken' | 'step'> & { offer: KeptPrompt | null };

interface ClientGroundingProps {
  /** What stands in the place of the answers for as long as it is open; null when nothing does. */
  instead?: ReactNode;
}

/**
 * The client's side: at most one short line, large and calm, what they can say of the pace, and a small
 * set to open alone. All of it works with the network gone (GR4).
 */
export function ClientGrounding({ instead = null }: ClientGroundingProps) {
  const connection = useConnection();
  const view = useSession('view');
  const link = useSession('link');
  const room = view?.screen === 'client' ? view : null;
  // Of the view, or of the last page's when this one has none.
  const kept = useKept();
  const offer = kept?.own?.prompt ?? null;
  const [own, setOwn] = useState<Helped | null>(null);
  /** Put away on this screen already: what a person sends off must not wait for a network. */
  const [away, setAway] = useState<string | null>(null);
  const [slower, setSlower] = useState<string | null>(null);
  const [unsent, setUnsent] = useState<PaceKind | null>(null);
  const [choosing, setChoosing] = useState(false);
  useShownWhenVisible(offer);
  const shown = shownOf(offer, away, own);
  const id = shown && idOf(shown);
  const leaving = useLeaving(shown, id, (last) => last.offer !== null && idOf(last) !== away);
  const face = shown ?? leaving;
  const facts = useClientFacts();
  const offered = offer !== null && offer.offerId !== away;
  // What was opened alone makes way for what is offered, and does not come back after it (GR3).
  if (own && offered) setOwn(null);
  // Its answers come with it, also to who was choosing.
  if (choosing && offered) setChoosing(false);
  const open = (prompt: Helped) => {
    setChoosing(false);
    if (link === 'connected') {
      void connection.send({ type: 'prompt.open', promptId: prompt.promptId }).then((reply) => {
        // The record takes nothing now: the device has it all the same (GR4).
        if (!reply.ok && reply.rejection.code === 'unavailable') setOwn(prompt);
      });
    } else setOwn(prompt);
  };
  function signal(kind: PaceKind) {
    const offerId = shown?.offer?.offerId ?? null;
    if (kind === 'slower') setSlower(offerId);
    if (kind === 'another' || kind === 'quiet') {
      // Who opened it alone is given the choice again.
      setChoosing(kind === 'another' && own !== null);
      setOwn(null);
      setAway(offerId);
    }
    // Of a prompt that is on the screen, and in the record, it is an answer.
    const isAnswer = offerId !== null && (kind === 'slower' || kind === 'another');
    setUnsent(null);
    const command: Command = isAnswer
      ? { type: 'prompt.respond', offerId, response: kind }
      : { type: 'pace.signal', kind };
    void connection.send(command).then((reply) => {
      // A late tap on a prompt that is gone hurts nobody; what nobody has is said (GR11).
      if (!reply.ok && reply.rejection.code === 'unavailable') setUnsent(kind);
    });
  }
  const dosed = ((room ?? kept)?.t0 ?? null) !== null;
  return (
    <section
      aria-label={t('Grounding')}
      className={styles.calm}
      data-prompt={face ? true : undefined}
      data-leaving={leaving ? true : undefined}
    >
      {face ? (
        <PromptLine
          key={idOf(face)}
          helped={face}
          facts={facts}
          spoken={face.spoken}
          startAt={face.step}
          slower={isSlower(face.offer, slower)}
          onStep={(step) => {
            if (!shown?.offer) return;
            void connection.send({ type: 'prompt.step', offerId: shown.offer.offerId, step });
          }}
        />
      ) : (
        !instead && <AloneSet open={choosing} onOpen={setChoosing} onChoose={open} />
      )}
      {instead}
      {/* Also before there is a view: what was opened alone can be put away (GR4). */}
      {!instead && !choosing && (dosed || face !== null) && (
        <PaceButtons
          withPrompt={face !== null}
          keepable={face?.offer ? face.offer.state !== 'kept' : false}
          onKeep={() => {
            if (!shown?.offer) return;
            const { offerId } = shown.offer;
            void connection.send({ type: 'prompt.respond', offerId, response: 'keep' });
          }}
          onSignal={signal}
        />
      )}
      <PaceNote unsent={unsent} />
    </section>
  );
}

const idOf = ({ offer, promptId }: Shown): string => offer?.offerId ?? promptId;

/** Asked for slower: as the record says, or as it was pressed here a moment ago. */
const isSlower = (offer: KeptPrompt | null, pressed: string | null): boolean =>
  offer !== null && (offer.slowerAskedAt !== null || offer.offerId === pressed);

function shownOf(offer: KeptPrompt | null, away: string | null, own: Helped | null): Shown | null {
  if (offer && offer.offerId !== away) return { ...offer, offer };
  return own ? { ...own, spoken: false, step: 0, offer: null } : null;
}

/** Tells the therapist that an offer is on the screen, once each, when it really is (GR2). */
function useShownWhenVisible(prompt: KeptPrompt | null) {
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
