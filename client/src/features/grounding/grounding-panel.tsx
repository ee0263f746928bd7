import { useMemo, useState } from 'react';
import { createCareSender } from '../../connection/care-client.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { t, told } from '../../language/index.ts';
import { Card, Checkbox, Notice, Stack } from '../../ui/index.ts';
import { CurrentOffer, PastOffers } from './current-offer.tsx';
import { avoidWords, itemsOf, type Item } from './library-model.ts';
import { Library } from './library.tsx';
import { canOffer, offersOf } from './offer-model.ts';
import styles from './panel.module.css';
import { Sequence } from './sequence.tsx';
import { useSame, useSteady } from './steady.ts';
import { Suggested } from './suggested.tsx';
import { WriteLine } from './write-line.tsx';

/** Two or three in a row (GR8). */
const IN_A_ROW = 3;

/** The therapist's side: what is on the client's screen, and the library to offer from. */
export function GroundingPanel() {
  const view = useView('therapist');
  const { press, refused } = usePress();
  const [spoken, setSpoken] = useState(false);
  const [row, setRow] = useState<readonly string[]>([]);
  const { clientId } = view.care;
  const sendCare = useMemo(
    () => (clientId === null ? null : createCareSender(clientId)),
    [clientId],
  );
  const [fault, setFault] = useState<string | null>(null);
  const { current, past } = offersOf(view);
  const allowed = canOffer(view);
  const clientName = view.people.client.name || t('The client');
  const items = useSame(itemsOf(view));
  const inRow = row.flatMap((id) => items.filter(({ promptId }) => promptId === id));
  const avoid = avoidWords(view);

  const offer = useSteady(
    ({ promptId }: Item, aware: boolean) =>
      void press({ type: 'prompt.offer', promptId, spoken, aware }),
  );
  const addToRow = useSteady(({ promptId }: Item) => setRow((before) => [...before, promptId]));
  async function offerRow() {
    const [promptId, ...following] = row;
    if (promptId === undefined) return;
    if (await press({ type: 'prompt.offer', promptId, following, spoken, aware: true })) setRow([]);
  }
  const favour = useSteady(({ promptId, favourite }: Item) => {
    void sendCare?.({ type: 'favourite.mark', promptId, on: !favourite }).then((reply) =>
      setFault(reply.ok ? null : reply.error.message),
    );
  });
  return (
    <Card title={t('Grounding')}>
      <Stack gap={4}>
        {current ? (
          <CurrentOffer view={view} offer={current} press={press} />
        ) : (
          <p className={styles.line}>
            {allowed
              ? t('Nothing on the client’s screen. Silence is good, too.')
              : t('Prompts can be offered while the client is in the room.')}
          </p>
        )}
        {refused && <Notice tone="lost">{told(refused.message)}</Notice>}
        {fault !== null && <Notice tone="lost">{told(fault)}</Notice>}
        <PastOffers view={view} past={past} />
        {avoid !== null && (
          <Notice tone="low" live="off">
            {t('{name} would rather not: {caution}', { name: clientName, caution: avoid })}
          </Notice>
        )}
        <Suggested view={view} items={items} allowed={allowed} onOffer={offer} />
        <Checkbox
          label={t('Let the device read it')}
          description={t('The client’s own device says the words slowly, and a tap stops it.')}
          checked={spoken}
          onChange={setSpoken}
        />
        <Sequence
          items={inRow}
          allowed={allowed}
          clientName={clientName}
          onOffer={() => void offerRow()}
          onClear={() => setRow([])}
        />
        <Library
          items={items}
          clientName={clientName}
          allowed={allowed}
          hasRoom={row.length < IN_A_ROW}
          canKeep={sendCare !== null}
          onOffer={offer}
          onFavourite={favour}
          onThen={addToRow}
        />
        <WriteLine allowed={allowed} spoken={spoken} />
      </Stack>
    </Card>
  );
}
