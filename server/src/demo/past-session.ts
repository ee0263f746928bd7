import type { Command } from '@sojourn/shared/session/command';
import { Criterion } from '@sojourn/shared/session/criterion';
import type { Role } from '@sojourn/shared/session/role';
import { randomUUID } from 'node:crypto';
import { answerForToday, signConsents } from './papers.ts';
import type { Play } from './play.ts';
import { MINUTE } from './practice.ts';

const CHAPERONE = { name: 'Lena', phone: '+1 970 555 0165' };

/** One dosing session from arrival to its signed release, minute by minute. */
export async function playDosingSession(play: Play, sessionId: string): Promise<void> {
  const began = play.time.now;
  const at = (minutes: number) => {
    play.time.now = began + minutes * MINUTE;
  };
  const press = (role: Role, command: Command) => play.press(sessionId, role, command);
  const say = (words: string) => press('therapist', { type: 'note.write', words });
  const look = () => press('therapist', { type: 'look.record' });
  const mark = (seen: Extract<Command, { type: 'mark.record' }>['mark']) =>
    press('therapist', { type: 'mark.record', mark: seen });
  const vitals = (systolic: number, diastolic: number, heartRate: number, spo2: number | null) =>
    press('therapist', {
      type: 'vitals.record',
      systolic,
      diastolic,
      heartRate,
      spo2,
      readBy: 'chaperone',
      method: 'upper_arm_cuff',
      takenAt: play.time.now,
    });

  await signConsents(play, sessionId, 'Noor Haddad');
  at(5);
  await answerForToday(play, sessionId, CHAPERONE);
  at(8);
  await play.gather(sessionId, { client: 'Noor', chaperone: 'Lena' });
  at(10);
  await play.advance(sessionId, 'setup');
  await say('All three on camera. Cup, basin and mask in place; path to the bathroom is clear.');
  at(14);
  const drillId = randomUUID();
  await play.press(sessionId, 'therapist', { type: 'drill.start' }, drillId);
  await press('chaperone', { type: 'drill.answer', drillId, heard: true });
  at(17);
  await play.advance(sessionId, 'ready');
  await vitals(148, 88, 84, 98);
  await say('Systolic above the order. Slow breathing, rest, then again.');
  at(23);
  await vitals(134, 84, 76, 98);
  at(26);
  await press('client', { type: 'dose.ready' });
  await press('therapist', {
    type: 'dose.start',
    tablets: 2,
    expectedRevision: await play.revision(sessionId),
  });
  at(38);
  await press('therapist', { type: 'hold.end', how: 'spat' });
  await play.advance(sessionId, 'onset');
  await press('therapist', { type: 'prompt.offer', promptId: 'longer-out-breath' });
  at(41);
  await look();
  await mark('nausea');
  at(48);
  await play.advance(sessionId, 'journey');
  at(56);
  await look();
  await mark('tearful');
  await say('Quiet tears. “There is so much room.” Hand on the chest.');
  at(63);
  const alertId = randomUUID();
  await play.press(
    sessionId,
    'therapist',
    { type: 'alert.raise', kind: 'please_come', reason: 'bathroom' },
    alertId,
  );
  await press('chaperone', { type: 'alert.seen', alertId });
  await press('chaperone', { type: 'alert.going', alertId });
  at(64);
  await press('chaperone', { type: 'alert.with_client', alertId });
  at(69);
  await press('therapist', { type: 'alert.resolve', alertId });
  await say('To the bathroom and back on Lena’s arm. Steady.');
  at(71);
  await look();
  await vitals(142, 86, 88, 97);
  at(86);
  await look();
  await mark('laughing');
  at(101);
  await look();
  at(112);
  await mark('speaks');
  await mark('eyes_open');
  await play.advance(sessionId, 'return');
  at(116);
  await look();
  await vitals(132, 82, 78, 98);
  at(124);
  await mark('oriented');
  await play.advance(sessionId, 'integration');
  await say('In Noor’s words: “I was in my grandmother’s kitchen, and nobody was angry.”');
  at(140);
  await play.advance(sessionId, 'release');
  at(148);
  await vitals(128, 80, 74, 98);
  const seen: Record<Criterion, string> = {
    vitals_stable: '128/80, 74/min, twice within limits',
    oriented: 'Name, place, date, and who is in the room',
    walks: 'To the kitchen and back, no help',
    nausea: 'None since minute 20',
    adult_present: 'Lena, instructed and in the room',
    chaperone_stays: 'Lena stays overnight',
    no_driving: 'Said in Noor’s own words; the keys are with Lena',
  };
  for (const criterion of Criterion.options) {
    const value = seen[criterion];
    await press('therapist', { type: 'release.tick', criterion, met: true, value });
  }
  const expectedRevision = await play.revision(sessionId);
  await press('therapist', { type: 'release.sign', name: 'Maya Ellis', expectedRevision });
  await press('chaperone', { type: 'release.sign', name: 'Lena Brandt', expectedRevision });
  at(151);
  await play.advance(sessionId, 'closed');
}
