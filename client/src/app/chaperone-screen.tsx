import { useState } from 'react';
import { can } from '@sojourn/shared/session/can';
import { isOver } from '@sojourn/shared/session/phase';
import { useSession, useView } from '../connection/use-session.ts';
import { nameOr, telLink } from '../connection/words.ts';
import { ChaperoneAlert, SoundNotice } from '../features/alert/index.ts';
import { Duties } from '../features/chaperone/index.ts';
import { CancelDialog, PhaseBanner } from '../features/phase/index.ts';
import { LinkNotice } from '../features/presence/index.ts';
import { MediaControls, VideoStage } from '../features/video/index.ts';
import { Button, LinkButton, Page, Stack, Status } from '../ui/index.ts';
import { useWakeLock } from './use-wake-lock.ts';

/** The chaperone's phone: what to do now, whether the line is alive, and the alert when there is one. */
export function ChaperoneScreen() {
  const view = useView('chaperone');
  const over = isOver(view.phase);
  useWakeLock(!over);
  const [stopping, setStopping] = useState(false);
  const therapist = nameOr(view.people.therapist.name, 'therapist');
  return (
    <Page width="narrow" aside={<Connected />}>
      <h1 className="visually-hidden">Chaperone</h1>
      <Stack gap={5}>
        <PhaseBanner />
        <LinkNotice />
        {!over && <SoundNotice />}
        {view.media && (
          <>
            <VideoStage tiles={['therapist', 'client']} variant="chaperone" />
            <MediaControls />
          </>
        )}
        <ChaperoneAlert />
        {!over && <Duties clientName={nameOr(view.people.client.name, 'client')} />}
        {view.therapistPhone && !over && (
          <LinkButton href={telLink(view.therapistPhone)} icon="phone" size="large" wide>
            {`Call ${therapist}`}
          </LinkButton>
        )}
        {can(view, { type: 'session.cancel', reason: '-' }) && (
          <Button variant="plain" onPress={() => setStopping(true)}>
            I can’t do this today
          </Button>
        )}
      </Stack>
      <CancelDialog open={stopping} onClose={() => setStopping(false)} />
    </Page>
  );
}

function Connected() {
  const { people } = useView('chaperone');
  const { connected, name } = people.therapist;
  const { link } = useSession();
  const therapist = nameOr(name, 'therapist');
  if (link !== 'connected') return <Status tone="lost">This phone is not connected</Status>;
  return (
    <Status tone={connected ? 'ok' : 'lost'} live>
      {connected ? `${therapist} is there` : `${therapist} is not connected`}
    </Status>
  );
}
