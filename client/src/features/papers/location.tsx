import { useState } from 'react';
import { nearDayWords } from '../../connection/dates.ts';
import { looseFault } from '../../connection/form-model.ts';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { atHourWords } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
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
        <Notice title={t('Not from where you are today')} icon="home">
          <Stack gap={3}>
            <p>
              {t(
                'You said: {place}. Your therapist is licensed in {states}, and the law lets you meet only while you are there.',
                { place: placeWords(known.said), states: statesWords(licensedStates) },
              )}
            </p>
            <p>{referral}</p>
            <p>{t('If this is a mistake, you can put it right here.')}</p>
          </Stack>
        </Notice>
      )}
      {known.standing === 'again' && (
        <p>
          {t('Last time, {day}, you said: {place}. Please confirm it again for today.', {
            day: nearDayWords(known.said.at, now),
            place: placeWords(known.said),
          })}
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
                {t('Confirm')}
              </Button>
            )}
            <Saved
              sending={sending}
              words={
                settled && known.standing === 'said' && said
                  ? t('{place}. Confirmed {day} {at}', {
                      place: placeWords(said),
                      day: nearDayWords(said.at, now),
                      at: atHourWords(said.at),
                    })
                  : null
              }
            />
          </>
        }
      >
        <p>{t('You confirm this each time, so that helpers could find you.')}</p>
        {homeKnown && (
          <RadioGroup
            label={t('Where are you?')}
            value={where}
            onChange={(next: Where) => {
              setChosen(next);
              clear();
            }}
            options={[
              {
                value: 'home',
                label: t('I’m at home'),
                description: home ?? t('At the address that your therapist has'),
              },
              { value: 'elsewhere', label: t('I’m somewhere else') },
            ]}
          />
        )}
        {settled && where === 'elsewhere' && (
          <Row>
            <Button onPress={() => setChosen('elsewhere')}>{t('I am at another address')}</Button>
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
