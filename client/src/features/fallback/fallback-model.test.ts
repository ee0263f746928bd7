import { everybodyIn } from '@sojourn/shared/session/test-session';
import type { Role } from '@sojourn/shared/session/role';
import { view } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { keptOf } from '../../connection/kept-model.ts';
import { clientFallback, fallbackModel } from './fallback-model.ts';

const kept = (role: Role, phase: 'ready' | 'journey' = 'journey') =>
  keptOf(view(everybodyIn().goTo(phase).state, role), 0);

test('[WD3] a dosed client whose line dropped reads that they are safe and who comes, and is asked nothing', () => {
  expect(clientFallback(kept('client'))).toEqual({
    title: 'The line dropped.',
    words: ['You are safe.', 'Sam is coming to you.'],
  });
  expect(clientFallback(kept('client', 'ready')).words.join(' ')).not.toContain('coming');
  expect(clientFallback(null).words.join(' ')).not.toContain('coming');
});

test('[WD3] a chaperone without a server is told that no alert reaches them, to look in, and whom to call', () => {
  const model = fallbackModel('chaperone', kept('chaperone'));
  expect(model.lead).toContain('No alert can reach you');
  expect(model.steps[0]).toContain('look in on Robin every few minutes');
  expect(model.calls).toEqual([{ label: 'Call Maya', phone: '+13035550101' }]);
});

test('[WD3] a therapist without a server has the chaperone’s number first, then the client’s, and no 911 to dial', () => {
  const model = fallbackModel('therapist', kept('therapist'));
  expect(model.calls.map(({ label }) => label)).toEqual(['Call Sam', 'Call Robin']);
  expect(model.calls.map(({ phone }) => phone)).not.toContain('911');
  expect(model.steps[0]).toContain('sit with Robin');
  expect(fallbackModel('therapist', kept('therapist', 'ready')).steps).toEqual([
    'No medicine was taken. If it lasts, call them and begin later.',
  ]);
});

test('[WD3] with nothing kept it still says what to do', () => {
  expect(fallbackModel('chaperone', null)).toMatchObject({ calls: [] });
  expect(fallbackModel('chaperone', null).steps[0]).toContain('the client');
});
