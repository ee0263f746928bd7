import type { LobbyView } from '@sojourn/shared/session/view';
import { describe, expect, it } from 'vitest';
import {
  beforeTitle,
  enterCommand,
  lobbyScreen,
  lobbyWords,
  refusalErrors,
  waitingWords,
} from './lobby-model.ts';

const view = (change: Partial<LobbyView>): LobbyView => ({
  screen: 'lobby',
  role: 'client',
  sessionId: 's',
  revision: 1,
  kind: 'dosing',
  scheduledAt: 0,
  practiceName: 'Juniper Lane',
  therapistName: 'Dr. Maya Ellis',
  name: 'Robin',
  admission: 'expected',
  over: null,
  papers: null,
  duties: null,
  ...change,
});

describe('the face of the lobby', () => {
  it('LO2 follows the view alone, so that a reload keeps the place', () => {
    expect(lobbyScreen(view({}))).toBe('form');
    expect(lobbyScreen(view({ admission: 'waiting' }))).toBe('waiting');
    expect(lobbyScreen(view({ admission: 'declined' }))).toBe('declined');
  });
  it('says that the session is over whatever else', () => {
    for (const admission of ['expected', 'waiting', 'declined'] as const) {
      expect(lobbyScreen(view({ admission, over: 'closed' }))).toBe('over');
    }
  });
  it('[PH6] says of a session that was stopped that it was a good decision, and of a closed one not', () => {
    expect(lobbyWords(view({ over: 'cancelled' }), false).lead).toMatch(/good decision/);
    expect(lobbyWords(view({ over: 'closed' }), false).lead).not.toMatch(/decision/);
  });
  it('names the therapist in the waiting words, or their part', () => {
    expect(lobbyWords(view({ admission: 'waiting' }), false).lead).toBe(
      'Dr. Maya Ellis will let you in.',
    );
    expect(lobbyWords(view({ admission: 'waiting', therapistName: '' }), false).lead).toBe(
      'Your therapist will let you in.',
    );
  });
  it('LO3 leaves the door open after a decline', () => {
    expect(lobbyWords(view({ admission: 'declined' }), false).lead).toMatch(/yet/);
  });
  it('LO4 says nothing of the session to those who wait', () => {
    for (const role of ['client', 'chaperone'] as const) {
      const said = [
        ...waitingWords({ role }),
        JSON.stringify(lobbyWords(view({ role }), true)),
      ].join(' ');
      expect(said).not.toMatch(/dose|dosing|medicine|ketamine|phase/i);
    }
  });
});

describe('before the day', () => {
  it('[LO4] says what to do first only while something is open, and that nothing is urgent', () => {
    expect(lobbyWords(view({}), true).lead).toMatch(/first.*Nothing is urgent/);
    expect(lobbyWords(view({}), false).lead).not.toMatch(/first/);
    expect(beforeTitle('client', true, 'waiting')).toMatch(/if you like/);
    expect(beforeTitle('client', false, 'ahead')).toMatch(/for now/);
  });
});

describe('entering', () => {
  it('trims the name, and sends a phone only of the chaperone', () => {
    const entered = { name: '  Robin ', phone: '+1 303 555 0147' };
    expect(enterCommand(entered, 'client')).toEqual({
      command: { type: 'lobby.enter', name: 'Robin' },
    });
    expect(enterCommand(entered, 'chaperone')).toEqual({
      command: { type: 'lobby.enter', name: 'Robin', phone: '+1 303 555 0147' },
    });
    expect(enterCommand({ name: 'Sam', phone: '  ' }, 'chaperone')).toEqual({
      command: { type: 'lobby.enter', name: 'Sam' },
    });
  });
  it('puts each fault at its field, in the words of the shared schema', () => {
    const entry = enterCommand({ name: ' ', phone: 'call me' }, 'chaperone');
    expect(entry).toMatchObject({
      errors: {
        name: 'Your name is missing.',
        phone: 'Your phone number is not a phone number: use digits, for example +1 303 555 0147.',
      },
    });
  });
  it('puts a refusal of the server at its field, or above the button', () => {
    expect(refusalErrors({ code: 'invalid', message: 'Too long.', field: 'name' })).toEqual({
      name: 'Too long.',
    });
    expect(refusalErrors({ code: 'unavailable', message: 'Not now.' })).toEqual({
      form: 'Not now.',
    });
  });
});
