import type { Caution, Need } from '@sojourn/shared/session/library/exercise';
import type { PaceKind } from '@sojourn/shared/session/pace';
import { m } from '../../language/index.ts';

/* Words for what is chosen from lists: given to `t` where they are shown. */

export const NEED_WORDS: Record<Need, string> = {
  nausea: m('nausea'),
  fear: m('fear'),
  tears: m('tears'),
  restless: m('restlessness'),
  lost: m('being lost'),
  lonely: m('loneliness'),
  too_much: m('too much at once'),
  coming_back: m('coming back'),
};

/** After "would rather not:". */
export const CAUTION_WORDS: Record<Caution, string> = {
  body_scan: m('going through the body'),
  breath_focus: m('attending to the breath'),
  self_touch: m('hands on the body'),
  imagery: m('picturing things'),
  sound: m('listening to sounds or music'),
  movement: m('moving'),
};

/** What the client says, the button's name. */
export const PACE_TITLES: Record<PaceKind, string> = {
  another: m('Another'),
  slower: m('Slower'),
  quiet: m('Quiet please'),
  stay: m('Stay with me'),
  ok: m("I'm OK"),
};

/** What the therapist reads. */
export const PACE_WORDS: Record<PaceKind, string> = {
  another: m('{name} would like something else'),
  slower: m('{name} asks for slower'),
  quiet: m('{name} asks for quiet'),
  stay: m('{name} asks: stay with me'),
  ok: m('{name} says: I’m OK'),
};

/** The therapist's answer, a button. */
export const PACE_ANSWERS: Record<PaceKind, string> = {
  another: m('I’ll find another'),
  slower: m('I’m slowing down'),
  quiet: m('I’m quiet'),
  stay: m('I’m here'),
  ok: m('Good to know'),
};

/** What the client reads once the therapist has answered. */
export const PACE_SEEN: Record<PaceKind, string> = {
  another: m('{name} is finding another.'),
  slower: m('{name} is going slower.'),
  quiet: m('{name} is quiet now, and still here.'),
  stay: m('{name} is with you.'),
  ok: m('{name} has seen it.'),
};
