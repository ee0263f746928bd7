import { expect, test } from 'vitest';
import { courseSteps, proposalWords, proposedTime, stoppedWords } from './course-model.ts';
import { A_DAY, closedSession, NOW, viewAfter } from './test-care-view.ts';

const cleared = (validUntil: number) =>
  ({
    type: 'screening.recorded',
    screening: { outcome: 'cleared', by: 'Dr. Okafor', decidedAt: NOW - 90 * A_DAY, validUntil },
  }) as const;

const words = (care: ReturnType<typeof viewAfter>) =>
  courseSteps(care, NOW).map(({ title, standing, words }) => `${title}: ${standing}, ${words}`);

test('[CC1] a new client begins with a consultation, and nothing is called done', () => {
  expect(words(viewAfter([]))).toEqual([
    'Consultation: now, A first conversation',
    'Medical screening: ahead, No decision yet',
    'Preparation: ahead, 0 of 1 completed',
    'Dosing: ahead, None yet',
    'Integration: ahead, None yet',
  ]);
});

test('[CC1] a clearance that ran out is the step that is now, whatever was done since', () => {
  const care = viewAfter([cleared(NOW - A_DAY), ...closedSession('s_1', 'preparation', NOW)]);
  const screening = courseSteps(care, NOW)[1];
  expect(screening?.standing).toBe('now');
  expect(screening?.words).toMatch(/^Ran out/);
});

const DOSED = [cleared(NOW + A_DAY), ...closedSession('s_1', 'dosing', NOW - 27 * 3_600_000)];

test('[CC5] the day after a dose the follow-up is today, and a time is proposed, not booked', () => {
  const care = viewAfter(DOSED, NOW - A_DAY);
  const [followUp, integration] = care.proposals.map((each) => proposalWords(each, care, NOW));
  expect(followUp?.title).toBe('Follow-up: today');
  expect(followUp?.words).toContain('How is Robin after');
  expect(integration?.title).toBe('Integration session: propose a time');
  expect(care.sessions).toHaveLength(1);
});

test('[CC5] a follow-up that was forgotten says since when', () => {
  const care = viewAfter(DOSED, NOW - 5 * A_DAY);
  const title = care.proposals[0] && proposalWords(care.proposals[0], care, NOW).title;
  expect(title).toMatch(/^Follow-up: since .*20/);
  const late = viewAfter(DOSED, NOW - 2 * A_DAY);
  expect(late.proposals[0] && proposalWords(late.proposals[0], late, NOW).title).toBe(
    'Follow-up: since yesterday',
  );
});

test('the proposed time is in the morning of the day after', () => {
  const at = new Date(proposedTime({ what: 'integration', sessionId: 's_1', dueAt: NOW }));
  expect([at.getDate(), at.getHours(), at.getMinutes()]).toEqual([24, 10, 0]);
});

test('[CC3] who stopped, and why, is said; a client owes no reason', () => {
  const stop = (by: 'client' | 'therapist', reason: string) =>
    stoppedWords(viewAfter([{ type: 'course.stopped', by, reason }]));
  expect(stop('client', '')?.title).toMatch(/^Robin stopped the course of care on/);
  expect(stop('client', '')?.words).toBe('No reason was given, and none is needed.');
  expect(stop('therapist', 'They move away.')?.title).toMatch(/^You stopped/);
  expect(stop('therapist', 'They move away.')?.words).toBe('“They move away.”');
  expect(stoppedWords(viewAfter([]))).toBeNull();
});
