import { useState } from 'react';
import { nearDayWords } from '../../connection/dates.ts';
import { looseFault } from '../../connection/form-model.ts';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { hourWords } from '../../connection/words.ts';
import { Button, Form, Notice, RadioGroup, Row, Stack } from '../../ui/index.ts';
import { AddressFields, NO_ADDRESS, useAddress } from './address-fields.tsx';
import { elsewhereCommand, locationStanding, placeWords, statesWords } from './location-model.ts';
import { Saved } from './saved.tsx';
import type { PapersState } from './use-papers.ts';

type Where = 'home' | 'elsewhere';

/** Today's place, confirmed each time, in case helpers have to find it (PA3, PA4). */
export function Location({ papers, now }: PapersState) {
  const known = locationStanding(papers, now);
  const { homeKnown, home, licensedStates, referral } = papers;
  const said = known.standing === 'open' ? null : known.said;
  const [chosen, setChosen] = useState<Where | null>(null);
  const where = homeKnown ? (chosen ?? said?.place ?? null) : 'elsewhere';
  const [address, setAddress] = useAddress();
  const { press, sending, faults, refusals, clear } = useCheckedPress();
  const confirm = () =>
    void press(
      where === 'home' ? { type: 'location.attest', elsewhere: null } : elsewhereCommand(address),
    ).then((recorded) => recorded && setChosen(null));
  const settled = (known.standing === 'said' || known.standing === 'stopped') && chosen === null;
  return (
    <Stack gap={5}>
      {known.standing === 'stopped' && (
        <Notice title="Not from where you are today" icon="home">
          <Stack gap={3}>
            <p>
              {`You said: ${placeWords(known.said)}. Your therapist is licensed in ${statesWords(licensedStates)}, and the law lets you meet only while you are there.`}
            </p>
            <p>{referral}</p>
            <p>If this is a mistake, you can put it right here.</p>
          </Stack>
        </Notice>
      )}
      {known.standing === 'again' && (
        <p>
          {`Last time, ${nearDayWords(known.said.at, now)}, you said: ${placeWords(known.said)}. Please confirm it again for today.`}
        </p>
      )}
      <Form
        short
        onSubmit={confirm}
        refusals={refusals}
        fault={looseFault(faults, { elsewhere: NO_ADDRESS })}
        actions={
          <>
            {where !== null && !settled && (
              <Button type="submit" variant="primary" size="large" wide pending={sending}>
                Confirm
              </Button>
            )}
            <Saved
              sending={sending}
              words={
                settled && known.standing === 'said' && said
                  ? `${placeWords(said)}. Confirmed ${nearDayWords(said.at, now)} at ${hourWords(said.at)}`
                  : null
              }
            />
          </>
        }
      >
        <p>You confirm this each time, so that helpers could find you.</p>
        {homeKnown && (
          <RadioGroup
            label="Where are you?"
            value={where}
            onChange={(next: Where) => {
              setChosen(next);
              clear();
            }}
            options={[
              {
                value: 'home',
                label: 'I’m at home',
                description: home ?? 'At the address that your therapist has',
              },
              { value: 'elsewhere', label: 'I’m somewhere else' },
            ]}
          />
        )}
        {settled && where === 'elsewhere' && (
          <Row>
            <Button onPress={() => setChosen('elsewhere')}>I am at another address</Button>
          </Row>
        )}
        {!settled && where === 'elsewhere' && (
          <AddressFields
            address={address}
            faults={faults}
            onChange={(part) => {
              setAddress(part);
              clear();
            }}
          />
        )}
      </Form>
    </Stack>
  );
}
