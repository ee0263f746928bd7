import { useMemo, useState } from 'react';
import { createCareSender } from '../../connection/care-client.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { t, told } from '../../language/index.ts';
import { Card, Checkbox, Notice, Stack, TextField } from '../../ui/index.ts';
import { CurrentOffer, PastOffers } from './current-offer.tsx';
import { LibraryItem } from './library-item.tsx';
import { avoidWords, groupsOf, itemsOf, search, type Item } from './library-model.ts';
import { canOffer, offersOf } from './offer-model.ts';
import styles from './panel.module.css';
import { Sequence } from './sequence.tsx';
import { Suggested } from './suggested.tsx';
import { WriteLine } from './write-line.tsx';

/** Two or three in a row (GR8). */
const IN_A_ROW = 3;

/** The therapist's side: what is on the client's screen, and the library to offer from. */
export function GroundingPanel() {
  const view = useView('therapist');
  const { press, refused } = usePress();
  const [typed, setTyped] = useState('');
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
  const items = itemsOf(view);
  const inRow = row.flatMap((id) => items.filter(({ promptId }) => promptId === id));
  const avoid = avoidWords(view);
  const found = groupsOf(search(items, typed));

  const offer = ({ promptId }: Item, aware: boolean) =>
    void press({ type: 'prompt.offer', promptId, spoken, aware });
  async function offerRow() {
    const [promptId, ...following] = row;
    if (promptId === undefined) return;
    if (await press({ type: 'prompt.offer', promptId, following, spoken, aware: true })) setRow([]);
  }
  async function favour({ promptId, favourite }: Item) {
    const reply = await sendCare?.({ type: 'favourite.mark', promptId, on: !favourite });
    setFault(reply && !reply.ok ? reply.error.message : null);
  }
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
        <TextField
          label={t('Find an exercise')}
          type="search"
          value={typed}
          onChange={setTyped}
          description={t('A few letters: breath, hand, nausea, tears…')}
        />
        {/* It scrolls: the keyboard must reach it also while every Offer is disabled. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles.library} role="group" aria-label={t('Library')} tabIndex={0}>
          {found.length === 0 && (
            <p className={styles.line} role="status">
              {t('Nothing found. Other letters may find it.')}
            </p>
          )}
          <div className={styles.groups}>
            {found.map((group) => (
              <div key={group.id} className={styles.group} role="group" aria-label={group.title}>
                <h3>{group.title}</h3>
                <ul className={styles.prompts}>
                  {group.items.map((item) => (
                    <LibraryItem
                      key={item.promptId}
                      item={item}
                      clientName={clientName}
                      allowed={allowed}
                      onOffer={offer}
                      onFavourite={sendCare ? (chosen) => void favour(chosen) : null}
                      onThen={
                        row.length < IN_A_ROW
                          ? (chosen) => setRow((before) => [...before, chosen.promptId])
                          : null
                      }
                    />
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </div>
        <WriteLine allowed={allowed} spoken={spoken} />
      </Stack>
    </Card>
  );
}
