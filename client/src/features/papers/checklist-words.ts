import type { ChecklistItem } from '@sojourn/shared/session/papers';
import { m } from '../../language/index.ts';

/** The client's room and day, as one would say it to a friend. */
export const CHECKLIST_WORDS: Record<ChecklistItem, { label: string; description?: string }> = {
  chaperone_near: {
    label: m('My chaperone is near, in another room'),
    description: m('They can hear their phone and be with me in a moment.'),
  },
  bathroom_path: {
    label: m('The way to the bathroom is clear'),
    description: m('No cables or rugs to trip over, and a little light.'),
  },
  spit_cup: { label: m('A cup to spit into is beside me') },
  basin: {
    label: m('A basin with a bag in it is beside me'),
    description: m('In case I feel sick.'),
  },
  eye_mask: { label: m('My eye mask is here') },
  music: { label: m('My music is ready'), description: m('A long playlist without adverts.') },
  phone_charged: { label: m('Phone or computer is charged, or plugged in') },
  nothing_later: {
    label: m('Nothing to do later today'),
    description: m('No work, no decisions.'),
  },
  no_driving: {
    label: m('I do not drive until tomorrow'),
    description: m('After a night’s sleep, and not before.'),
  },
};
