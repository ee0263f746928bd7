import { m } from '../../language/index.ts';
/** What a chaperone is asked to do, in plain words (domain: the chaperone; JC-ch). */
export const DUTIES: readonly string[] = [
  m('Stay at home, in another room near by, until the therapist says that it is over.'),
  m('Keep this phone with you: this page open, the sound on, the phone plugged in if you can.'),
  m(
    'When it sounds, go to them. After the medicine, look in on them every 15 minutes, when you are told.',
  ),
  m('Nobody gets up alone. Walk beside them, also to the bathroom.'),
  m('You never see or hear the therapy. What is said there is theirs.'),
  m('Stay until they move safely. They do not drive before a night’s sleep.'),
];

/** When the on-site chaperone calls emergency services (domain: emergency signs). */
export const EMERGENCY_SIGNS: readonly string[] = [
  m('They do not wake or answer.'),
  m('They struggle to breathe, or their lips turn blue.'),
  m('Chest pain, a seizure, or a face that droops on one side.'),
  m('A fall that hurt them.'),
  m('They want to harm themselves or somebody else.'),
];
