import type { RecordReply } from '@sojourn/shared/http/record-api';
import { everybodyIn } from '@sojourn/shared/session/test-session';
import { expect, test } from 'vitest';
import { accessWords, recordFacts, sealWords, stateOf } from './record-model.ts';

function replyOf(session: ReturnType<typeof everybodyIn>, intact = true): RecordReply {
  const events = session.record.map((entry) => ({ ...entry, hash: 'a'.repeat(64) }));
  const seal = {
    seq: events.length,
    hash: 'b'.repeat(64),
    sealedAt: 1,
    publicKey: '',
    signature: '',
  };
  const record = {
    format: 'sojourn-session-record' as const,
    version: 1 as const,
    sessionId: 's_1',
    events,
    seals: [seal],
  };
  return { record, intact, access: [] };
}

test('[RC1] the page says what the record says: dose, vitals, both signatures', () => {
  const state = stateOf(replyOf(everybodyIn().goTo('closed')));
  const facts = Object.fromEntries(recordFacts(state).map(({ label, value }) => [label, value]));
  expect(facts).toMatchObject({
    Client: 'Robin',
    'Dose (T0)': expect.stringContaining('2 × 100 mg') as string,
    'Signed by the therapist': expect.stringContaining('Maya') as string,
    'Signed by the chaperone': expect.stringContaining('Sam') as string,
  });
});

test('[RC4] a record that does not hold is said so, and never called sealed', () => {
  const session = everybodyIn();
  expect(sealWords(replyOf(session))).toMatchObject({ tone: 'ok' });
  expect(sealWords(replyOf(session, false))).toMatchObject({ tone: 'lost' });
});

test('[RC5] who looked is told in words', () => {
  expect(accessWords({ at: 0, who: 'Dr. Ada', what: 'record.pdf' })).toContain(
    'Dr. Ada took it as PDF',
  );
});
