import type { Phase } from '@sojourn/shared/session/phase';

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
    therapist: 'Meet all three. Confirm address, consents and the plan if the line drops.',
    client: 'Settle in. We get ready together.',
    chaperone: 'Say hello on camera. Keep this phone with you, with its sound on.',
  },
  ready: {
    therapist:
      'Baseline vitals, spit cup, eye mask. Hold begins when you and the client both confirm.',
    client: 'Take your time. Nothing starts before you say so.',
    chaperone: 'Go to another room, near by. Keep this page open on your phone.',
  },
  hold: {
    therapist: 'Lozenge in the mouth. Watch for choking, early swallowing and vomiting.',
    client: 'Rest, and let the lozenge dissolve.',
    chaperone: 'The medicine is being taken. Stay near, phone in reach.',
  },
  onset: {
    therapist: 'First effects, usually within 10 to 30 minutes. Watch arousal, nausea, anxiety.',
    client: 'You can lie back now. We are here.',
    chaperone: 'Stay near, phone in reach. Let the room be quiet.',
  },
  journey: {
    therapist: 'Active effects. A look every 15 minutes; blood pressure at about 40 minutes.',
    client: 'There is nothing you have to do. You are safe.',
    chaperone: 'Stay near, phone in reach. Nobody gets up alone.',
  },
  return: {
    therapist: 'Awareness returns. Orientation and vitals; balance stays affected for hours.',
    client: 'Welcome back. There is no hurry.',
    chaperone: 'Stay near. If they want to get up, help them.',
  },
  integration: {
    therapist: 'What came up, in the client’s own words.',
    client: 'Say whatever wants to be said, or nothing.',
    chaperone: 'They are talking. Stay near; you are needed again soon.',
  },
  release: {
    therapist: 'Go through the release criteria with the chaperone on camera.',
    client: 'Stay comfortable. We look at everything together.',
    chaperone: 'Come to the camera. You go through the last points together.',
  },
  arrival: {
    therapist: 'Arriving. Sound, picture, privacy; papers that are still open.',
    client: 'Welcome. Settle in.',
    chaperone: 'Welcome. Say hello on camera.',
  },
  talk: {
    therapist: 'In session.',
    client: 'This time is yours.',
    chaperone: 'They are talking. You can leave this page open.',
  },
  closed: {
    therapist: 'This session is closed. A follow-up belongs to tomorrow.',
    client: 'Rest well. No driving before a night’s sleep.',
    chaperone: 'The session is over. Thank you. Stay until they walk safely; no driving today.',
  },
  cancelled: {
    therapist: 'Stopped for today. That is a good decision.',
    client: 'We stopped for today. That was a good decision.',
    chaperone: 'It was stopped for today. That is a good decision. Thank you for being here.',
  },
};

export const phaseWords = (phase: Phase): PhaseWords => WORDS[phase];
