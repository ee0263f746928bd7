import { useEffect, useRef } from 'react';
import type { GuestRole } from '@sojourn/shared/session/role';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { m, t } from '../../language/index.ts';
import { Button, Card, Notice, Row, Stack, Status } from '../../ui/index.ts';
import { atTheDoor, deviceWords, newArrivals, waitingPeople } from './admission-model.ts';
import { softSound } from '../../media/index.ts';
import styles from './door.module.css';

const ROLE_WORDS: Record<GuestRole, string> = { client: m('Client'), chaperone: m('Chaperone') };

/** Who waits to be let in. Gone when nobody does. */
export function Door() {
  const view = useView('therapist');
  const { press, refused } = usePress();
  useSoftSound();
  const people = waitingPeople(view);
  if (people.length + view.devices.length === 0) return null;
  return (
    <Card title={t('In the lobby')} tone="accent">
      <Stack gap={3}>
        {people.map(({ role, name, connected }) => (
          <div key={role} className={styles.person}>
            <span>
              <strong>{name}</strong>
              <br />
              <Status tone={connected ? 'ok' : 'lost'} bare>
                {connected
                  ? t('{role}, waiting', { role: t(ROLE_WORDS[role]) })
                  : t('{role}, page not open', { role: t(ROLE_WORDS[role]) })}
              </Status>
            </span>
            <Row gap={2}>
              <Button
                variant="plain"
                label={t('Decline {name}', { name })}
                onPress={() => void press({ type: 'participant.decline', role })}
              >
                {t('Decline')}
              </Button>
              <Button
                variant="primary"
                label={t('Admit {name}', { name })}
                onPress={() => void press({ type: 'participant.admit', role })}
              >
                {t('Admit')}
              </Button>
            </Row>
          </div>
        ))}
        {view.devices.map((request) => (
          <div key={request.requestId} className={styles.person}>
            <span>{deviceWords(request, view)}</span>
            <Row gap={2}>
              <Button
                variant="plain"
                onPress={() => void press({ type: 'device.refuse', requestId: request.requestId })}
              >
                {t('Refuse')}
              </Button>
              <Button
                variant="primary"
                onPress={() => void press({ type: 'device.allow', requestId: request.requestId })}
              >
                {t('Let this device in')}
              </Button>
            </Row>
          </div>
        ))}
        {refused && <Notice tone="lost">{refused.message}</Notice>}
      </Stack>
    </Card>
  );
}

function useSoftSound() {
  const view = useView('therapist');
  const before = useRef<string[]>([]);
  useEffect(() => {
    const now = atTheDoor(view);
    if (newArrivals(before.current, now)) void softSound();
    before.current = now;
  }, [view]);
}
