import { timelineOf } from '@sojourn/shared/session/evolve';
import { useParams } from 'react-router';
import { AccessList, RecordSummary, stateOf, useRecord } from '../features/record/index.ts';
import { TimelineList } from '../features/watch/index.ts';
import { t, told } from '../language/index.ts';
import { Card, LinkButton, Notice, Page, Stack } from '../ui/index.ts';

/** A session's record, whole: what happened, and what can be taken out of the house. */
export function RecordPage() {
  const { sessionId = '' } = useParams();
  const loaded = useRecord(sessionId);
  return (
    <Page
      title={t('Session record')}
      aside={
        <LinkButton variant="plain" href="/sessions">
          {t('All sessions')}
        </LinkButton>
      }
    >
      {loaded.at === 'loading' && <p role="status">{t('Opening the record…')}</p>}
      {loaded.at === 'fault' && (
        <Notice tone="lost" live="alert">
          {told(loaded.error.message)}
        </Notice>
      )}
      {loaded.at === 'here' && <Opened reply={loaded.reply} />}
    </Page>
  );
}

function Opened({ reply }: { reply: Parameters<typeof stateOf>[0] }) {
  const state = stateOf(reply);
  const { therapist, client, chaperone } = state.people;
  return (
    <Stack gap={5}>
      <RecordSummary reply={reply} state={state} />
      <Card title={t('What happened')}>
        <TimelineList
          entries={timelineOf(reply.record.events)}
          names={{ therapist: therapist.name, client: client.name, chaperone: chaperone.name }}
          t0={state.dose.t0}
          whole
        />
      </Card>
      <AccessList access={reply.access} />
    </Stack>
  );
}
