import { Phase } from '@sojourn/shared/session/phase';
import type { TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { bannerModel, stepsModel } from './phase-model.ts';
import { phaseWords } from './phase-words.ts';

const person = (role: 'therapist' | 'client' | 'chaperone', name: string) => ({
  role,
  name,
  admission: 'admitted' as const,
  connected: true,
  connectionChangedAt: 0,
});

function therapistView(change: Partial<TherapistView> = {}): TherapistView {
  return {
    screen: 'therapist',
    sessionId: 's',
    revision: 9,
    kind: 'dosing',
    scheduledAt: 0,
    phase: 'setup',
    phaseSince: 1_000,
    t0: null,
    media: null,
    people: {
      therapist: person('therapist', 'Maya'),
      client: person('client', 'Robin'),
      chaperone: person('chaperone', 'Sam'),
    },
    cancelReason: null,
    lastMoveRevision: 3,
    dose: { startedAt: null, clientReadyAt: null, t0: null },
    phones: { client: null, chaperone: null },
    devices: [],
    alerts: [],
    prompts: [],
    ...change,
  };
}

test('[PH5] time in the phase and minutes since the dose come from the server’s clock', () => {
  const view = therapistView({ phase: 'journey', phaseSince: 60_000, t0: 0 });
  expect(bannerModel(view, 185_000)).toMatchObject({ inPhase: '2:05', sinceDose: 3 });
});

test('[PH5] every role has words of its own for every phase', () => {
  for (const phase of Phase.options) {
    const { therapist, client, chaperone } = phaseWords(phase);
    expect(new Set([therapist, client, chaperone]).size).toBe(3);
    expect(client.length).toBeLessThanOrEqual(60);
  }
});

test('[PH1] the therapist is offered the one next phase, and from ready only the dose', () => {
  expect(stepsModel(therapistView()).move).toEqual({ to: 'ready', label: 'Move to Ready' });
  expect(stepsModel(therapistView({ phase: 'release', t0: 1 })).move?.to).toBe('closed');
  expect(stepsModel(therapistView({ phase: 'closed', t0: 1 })).move).toBeNull();
  expect(stepsModel(therapistView({ phase: 'ready' })).move).toBeNull();
});

test('[DO2] Start dose says why it cannot be pressed while the chaperone is away', () => {
  const away = therapistView({ phase: 'ready' });
  away.people.chaperone.connected = false;
  expect(stepsModel(away).dose?.refused).toContain('chaperone');
  expect(stepsModel(therapistView({ phase: 'ready' })).dose?.refused).toBeNull();
});

test('[PH6] stopping is offered before the dose and never after it', () => {
  expect(stepsModel(therapistView()).canCancel).toBe(true);
  expect(stepsModel(therapistView({ phase: 'onset', t0: 1 })).canCancel).toBe(false);
});
