import { everybodyIn } from '@sojourn/shared/session/test-session';
import { therapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { checklistModel } from './checklist-model.ts';

const modelOf = (session: ReturnType<typeof everybodyIn>) =>
  checklistModel(therapistView(session.state), session.now);
const item = (session: ReturnType<typeof everybodyIn>, guard: string) =>
  modelOf(session)?.items.find((one) => one.guard === guard);

test('[GD1 GD2] what is missing for the next phase is listed with whose turn it is, by name', () => {
  const session = everybodyIn();
  expect(modelOf(session)).toMatchObject({ title: 'Before Setup', open: 3 });
  expect(item(session, 'consent_kap')).toMatchObject({ met: false, turn: 'Robin' });
  expect(item(session, 'order')).toMatchObject({ met: true, turn: null });
});

test('[GD2] the list fills by itself as people do their part', () => {
  const session = everybodyIn();
  session.sign('kap');
  expect(modelOf(session)?.open).toBe(2);
  expect(item(session, 'consent_kap')).toMatchObject({ met: true });
});

test('[GD3] the drill is started from its line, and only while the chaperone’s phone is there', () => {
  const session = everybodyIn().goTo('setup');
  expect(item(session, 'drill')?.actions).toMatchObject([
    { label: 'Start the drill', command: { type: 'drill.start' } },
  ]);
  const drillId = session.must('therapist', { type: 'drill.start' });
  session.must('chaperone', { type: 'drill.answer', drillId, heard: false });
  expect(item(session, 'drill')?.actions[0]?.label).toBe('Repeat the drill');
  session.lose('chaperone');
  expect(item(session, 'drill')?.actions).toEqual([]);
});

test('[DO7 WA2] the ways on after the dose stand in their own line: hold, signs, orientation', () => {
  const session = everybodyIn().goTo('hold');
  expect(item(session, 'hold_ended')?.actions.map(({ label }) => label)).toEqual([
    'Spat',
    'Swallowed',
    'Vomited',
  ]);
  session.goTo('journey');
  expect(item(session, 'speaks')?.actions[0]?.command).toEqual({
    type: 'mark.record',
    mark: 'speaks',
  });
});

test('[GD1] where nothing is asked, nothing is listed', () => {
  expect(modelOf(everybodyIn().goTo('onset'))).toBeNull();
  expect(modelOf(everybodyIn().goTo('closed'))).toBeNull();
});
