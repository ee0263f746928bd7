import { z } from 'zod';
import { words } from '../words.ts';

/** The three consents of a dosing session. */
export const ConsentDocument = z.enum(['kap', 'telehealth', 'chaperone_release']);
export type ConsentDocument = z.infer<typeof ConsentDocument>;

interface ConsentText {
  /** Changes whenever a word does, in either language: a signature is to the text that was read. */
  version: string;
  title: string;
  paragraphs: readonly string[];
}

/* Our own plain words. A practice has its own counsel look at them before it uses them. */
const TEXTS: Record<ConsentDocument, ConsentText> = {
  kap: {
    version: '2026-11-28',
    title: words('Ketamine-assisted psychotherapy'),
    paragraphs: [
      words(
        'Ketamine is a medicine that a licensed prescriber has ordered for you. It is approved for anaesthesia; its use here, at home and for your mood, is off-label. Your prescriber and your therapist have talked with you about other ways of treatment.',
      ),
      words(
        'It can change how you sense time, your body and the room. It can raise blood pressure and pulse, make you dizzy or sick, and bring up strong feelings. Rarely it slows the breathing. Balance and judgement stay affected for hours.',
      ),
      words(
        'You take it on screen, lying down, with a chaperone near by. You stay until it has passed. You do not drive, and decide nothing weighty, before a night’s sleep.',
      ),
      words(
        'If your order allows a second, smaller dose, it is given only when you said beforehand that you would be open to it.',
      ),
      words(
        'This is your choice. You can stop at any time before the medicine, for any reason or none, and it will be a good decision.',
      ),
    ],
  },
  telehealth: {
    version: '2026-11-28',
    title: words('Meeting by video'),
    paragraphs: [
      words(
        'You and your therapist meet by secure video. Nobody records it, and the software cannot.',
      ),
      words(
        'You must be in a state where your therapist is licensed, and you confirm the address each time, so that helpers can find you.',
      ),
      words(
        'Video can fail. If the line drops, your chaperone is told at once and comes to you, and your therapist calls. Your therapist cannot touch you or bring help: your chaperone can.',
      ),
      words(
        'In an emergency your chaperone calls the emergency services. The software never does.',
      ),
    ],
  },
  chaperone_release: {
    version: '2026-11-28',
    title: words('What your chaperone may know'),
    paragraphs: [
      words(
        'Your chaperone is told when to come and what to do, the phase of the session, and whether the line is alive. They do not see or hear the therapy, your notes or your diagnosis.',
      ),
      words(
        'With this signature they may also have your emergency card: your age, the medicine and dose and when you took it, the allergies and conditions that you gave, and your last blood pressure, to read aloud to a dispatcher.',
      ),
      words('You can withdraw this at any time before the medicine.'),
    ],
  },
};

export const consentText = (document: ConsentDocument): ConsentText => TEXTS[document];
export const consentVersion = (document: ConsentDocument): string => TEXTS[document].version;
