import { ConsentDocument, consentVersion } from '@sojourn/shared/session/consent';
import { ChecklistItem } from '@sojourn/shared/session/papers';
import type { Play } from './play.ts';

export async function signConsents(play: Play, sessionId: string, name: string): Promise<void> {
  for (const document of ConsentDocument.options) {
    const version = consentVersion(document);
    await play.press(sessionId, 'client', { type: 'consent.sign', document, version, name });
  }
}

/** What client and chaperone answer on the day. */
export async function answerForToday(
  play: Play,
  sessionId: string,
  chaperone: { name: string; phone: string },
): Promise<void> {
  await play.press(sessionId, 'client', { type: 'location.attest', elsewhere: null });
  for (const item of ChecklistItem.options) {
    await play.press(sessionId, 'client', { type: 'checklist.set', item, done: true });
  }
  await play.press(sessionId, 'client', { type: 'fasting.report', hours: 5 });
  await play.press(sessionId, 'client', {
    type: 'today.report',
    took: 'Lisinopril 10 mg at 7:00, as every day',
  });
  await play.press(sessionId, 'client', {
    type: 'intention.write',
    words: 'To meet the sadness without running, and to be kind to it.',
  });
  await play.press(sessionId, 'client', { type: 'phrase.write', words: 'The tide knows the way.' });
  await play.press(sessionId, 'client', { type: 'touch.agree', touch: 'hand' });
  await play.press(sessionId, 'client', { type: 'booster.answer', agreed: true });
  await play.press(sessionId, 'chaperone', { type: 'chaperone.agree', ...chaperone });
}
