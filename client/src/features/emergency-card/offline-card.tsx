import { useState } from 'react';
import { useLocalNow } from '../../connection/use-clock.ts';
import { telLink } from '../../connection/words.ts';
import { LinkButton, Notice, Page } from '../../ui/index.ts';
import { cardModel } from './card-model.ts';
import { CardSheet } from './card-sheet.tsx';
import { loadCard } from './kept-card.ts';

/** The chaperone's page while there is no network and nothing of the session yet: the card, and numbers. */
export function OfflineCard({ sessionId }: { sessionId: string }) {
  const now = useLocalNow();
  const [kept] = useState(() => loadCard(sessionId, Date.now()));
  const card =
    kept && cardModel(kept.card, { reader: 'on_site', now: now + kept.clockOffset, t0: kept.t0 });
  const phone = kept?.therapist.phone;
  return (
    <Page width="narrow" bare>
      <h1 className="visually-hidden">Chaperone</h1>
      <Notice
        tone="lost"
        title="This phone is offline, and trying again"
        actions={
          phone && (
            <LinkButton href={telLink(phone)} icon="phone">
              {`Call ${kept.therapist.name || 'the therapist'}`}
            </LinkButton>
          )
        }
      >
        It does not reach the session, so no alert can reach you. Stay near, and look in on them
        every few minutes.
      </Notice>
      <h2>Emergency card</h2>
      {card ? (
        <CardSheet card={card} />
      ) : (
        <>
          <p>There is no card on this phone yet.</p>
          <LinkButton href={telLink('911')} icon="phone" size="large" wide>
            In an emergency, call 911
          </LinkButton>
        </>
      )}
    </Page>
  );
}
