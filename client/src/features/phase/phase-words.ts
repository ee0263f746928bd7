import type { Phase } from '@sojourn/shared/session/phase';
import { m } from '../../language/index.ts';

/** The same phase as each role reads it (PH5). */
interface PhaseWords {
  /** Clinical: what holds now. */
  therapist: string;
  /** One kind short sentence. */
  client: string;
  /** What to do now. */
  chaperone: string;
}

const WORDS: Record<Phase, PhaseWords> = {
  setup: {
    therapist: m('Meet all three. Confirm address, consents and the plan if the line drops.'),
    client: m('Settle in. We get ready together.'),
    chaperone: m('Say hello on camera. Keep this phone with you, with its sound on.'),
  },
  ready: {
    therapist: m(
      'Baseline vitals, spit cup, eye mask. Hold begins when you and the client both confirm.',
    ),
    client: m('Take your time. Nothing starts before you say so.'),
    chaperone: m('Go to another room, near by. Keep this page open on your phone.'),
  },
  hold: {
    therapist: m('Lozenge in the mouth. Watch for choking, early swallowing and vomiting.'),
    client: m('Rest, and let the lozenge dissolve.'),
    chaperone: m('The medicine is being taken. Stay near, phone in reach.'),
  },
  onset: {
    therapist: m('First effects, usually within 10 to 30 minutes. Watch arousal, nausea, anxiety.'),
    client: m('You can lie back now. We are here.'),
    chaperone: m('Stay near, phone in reach. Let the room be quiet.'),
  },
  journey: {
    therapist: m('Active effects. A look every 15 minutes; blood pressure at about 40 minutes.'),
    client: m('There is nothing you have to do. You are safe.'),
    chaperone: m('Stay near, phone in reach. Nobody gets up alone.'),
  },
  return: {
    therapist: m('Awareness returns. Orientation and vitals; balance stays affected for hours.'),
    client: m('Welcome back. There is no hurry.'),
    chaperone: m('Stay near. If they want to get up, help them.'),
  },
  integration: {
    therapist: m('What came up, in the client’s own words.'),
    client: m('Say whatever wants to be said, or nothing.'),
    chaperone: m('They are talking. Stay near; you are needed again soon.'),
  },
  release: {
    therapist: m('Go through the release criteria with the chaperone on camera.'),
    client: m('Stay comfortable. We look at everything together.'),
    chaperone: m('Come to the camera. You go through the last points together.'),
  },
  arrival: {
    therapist: m('Arriving. Sound, picture, privacy; papers that are still open.'),
    client: m('Welcome. Settle in.'),
    chaperone: m('Welcome. Say hello on camera.'),
  },
  talk: {
    therapist: m('In session.'),
    client: m('This time is yours.'),
    chaperone: m('They are talking. You can leave this page open.'),
  },
  closed: {
    therapist: m('This session is closed. A follow-up belongs to tomorrow.'),
    client: m('Rest well. No driving before a night’s sleep.'),
    chaperone: m('The session is over. Thank you. Stay until they walk safely; no driving today.'),
  },
  cancelled: {
    therapist: m('Stopped for today. That is a good decision.'),
    client: m('We stopped for today. That was a good decision.'),
    chaperone: m('It was stopped for today. That is a good decision. Thank you for being here.'),
  },
};

export const phaseWords = (phase: Phase): PhaseWords => WORDS[phase];
