import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_MODEL, mediaWords, PATIENCE, retryDelay, step } from './media-state.ts';
import type { MediaEffect, MediaEvent, MediaModel, MediaState } from './media-state.ts';

/** Plays events a second apart and gives the last model and effect. */
function play(...events: MediaEvent[]) {
  let model: MediaModel = FIRST_MODEL;
  let effect: MediaEffect = { do: 'nothing' };
  events.forEach((event, index) => {
    [model, effect] = step(model, event, index * 1_000);
  });
  return { state: model.state, stage: model.stage, effect };
}
const wanted: MediaEvent = { type: 'wanted', stage: 'opening' };
const therapy: MediaEvent = { type: 'wanted', stage: 'therapy' };
const joined: MediaEvent = { type: 'joined' };
const noServer: MediaEvent = { type: 'join_failed', fault: 'server' };

describe('joining', () => {
  it('joins when media is wanted, and not again for the same stage', () => {
    expect(play(wanted)).toMatchObject({
      state: { name: 'joining' },
      effect: { do: 'join', after: 0 },
    });
    expect(play(wanted, joined, wanted)).toMatchObject({
      state: { name: 'live' },
      effect: { do: 'nothing' },
    });
  });

  it('MD4 moves to the room of the new stage at once', () => {
    expect(play(wanted, joined, therapy)).toMatchObject({
      state: { name: 'joining' },
      stage: 'therapy',
      effect: { do: 'join', after: 0 },
    });
  });

  it('MD2 leaves at once when media is not for this person any more', () => {
    for (const before of [[joined], [noServer], [joined, { type: 'interrupted' } as const]]) {
      expect(play(wanted, ...before, { type: 'unwanted' })).toMatchObject({
        state: { name: 'off' },
        effect: { do: 'leave' },
      });
    }
  });
});

describe('coming back', () => {
  it('gives LiveKit two seconds to reconnect by itself, then joins anew', () => {
    const interrupted = play(wanted, joined, { type: 'interrupted' });
    expect(interrupted.state).toEqual({ name: 'reconnecting', since: 2_000 });
    expect(interrupted.effect).toEqual({ do: 'be_patient', until: 2_000 + PATIENCE });
    expect(play(wanted, joined, { type: 'interrupted' }, { type: 'resumed' }).state.name).toBe(
      'live',
    );
    expect(play(wanted, joined, { type: 'interrupted' }, { type: 'patience_over' }).effect).toEqual(
      {
        do: 'join',
        after: 0,
      },
    );
  });

  it('joins again after every loss that nobody decided', () => {
    expect(play(wanted, joined, { type: 'lost', reason: 'broken' })).toMatchObject({
      state: { name: 'reconnecting' },
      effect: { do: 'join', after: 0 },
    });
  });

  it('lets the word of the new phase arrive first when the server closed the room', () => {
    const { effect } = play(wanted, joined, { type: 'lost', reason: 'taken_out' });
    expect(effect).toEqual({ do: 'join', after: 250 });
  });

  it('keeps saying since when, through every failed attempt', () => {
    const { state } = play(wanted, joined, { type: 'lost', reason: 'broken' }, noServer, noServer);
    expect(state).toEqual({ name: 'waiting_for_server', since: 2_000 });
  });

  it('tries twice a second, then every second, later every three, and never stops', () => {
    expect(retryDelay(1)).toBe(500);
    expect(retryDelay(21)).toBe(1_000);
    expect(retryDelay(10_000)).toBe(3_000);
  });

  it('tries at once when the way to the server is back', () => {
    expect(play(wanted, noServer, { type: 'hope' }).effect).toEqual({ do: 'join', after: 0 });
    expect(play(wanted, joined, { type: 'hope' }).effect).toEqual({ do: 'nothing' });
  });

  it('joins anew when what the others send does not arrive', () => {
    expect(play(wanted, joined, { type: 'stuck' }).effect).toEqual({ do: 'join', after: 0 });
  });
});

describe('another device', () => {
  const elsewhere: MediaEvent = { type: 'lost', reason: 'elsewhere' };

  it('gives way and does not fight, also when the phase moves', () => {
    expect(play(wanted, joined, elsewhere)).toMatchObject({
      state: { name: 'moved' },
      effect: { do: 'leave' },
    });
    expect(play(wanted, joined, elsewhere, therapy)).toMatchObject({
      state: { name: 'moved' },
      stage: 'therapy',
      effect: { do: 'nothing' },
    });
  });

  it('comes back when the person says so', () => {
    expect(play(wanted, joined, elsewhere, { type: 'bring_back' })).toMatchObject({
      state: { name: 'joining' },
      effect: { do: 'join', after: 0 },
    });
  });
});

it('while media is wanted, nothing but another device ends the trying', () => {
  const event = fc.constantFrom<MediaEvent>(
    { type: 'joined' },
    { type: 'interrupted' },
    { type: 'resumed' },
    { type: 'patience_over' },
    { type: 'lost', reason: 'broken' },
    { type: 'lost', reason: 'taken_out' },
    { type: 'stuck' },
    { type: 'hope' },
    { type: 'join_failed', fault: 'server' },
    { type: 'join_failed', fault: 'refused' },
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let [model, effect] = step(FIRST_MODEL, wanted, 0);
      for (const next of events) {
        [model, effect] = step(model, next, 0);
        expect(model.state.name).not.toBe('off');
        expect(effect.do).not.toBe('leave');
        const isLoss = next.type === 'lost' || next.type === 'join_failed';
        expect(isLoss && effect.do !== 'join').toBe(false);
      }
    }),
  );
});

it('has a true sentence for each state that is not well', () => {
  const states: MediaState[] = [
    { name: 'joining' },
    { name: 'reconnecting', since: 0 },
    { name: 'waiting_for_server', since: 0 },
    { name: 'moved' },
  ];
  expect(new Set(states.map(mediaWords)).size).toBe(4);
  expect(mediaWords({ name: 'live' })).toBeNull();
  expect(mediaWords({ name: 'off' })).toBeNull();
  expect(mediaWords({ name: 'reconnecting', since: 0 })).toContain('Everything else works');
});
