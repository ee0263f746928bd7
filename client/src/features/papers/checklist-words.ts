import type { ChecklistItem } from '@sojourn/shared/session/papers';

/** The client's room and day, as one would say it to a friend. */
export const CHECKLIST_WORDS: Record<ChecklistItem, { label: string; description?: string }> = {
  chaperone_near: {
    label: 'My chaperone is near, in another room',
    description: 'They can hear their phone and be with me in a moment.',
  },
  bathroom_path: {
    label: 'The way to the bathroom is clear',
    description: 'No cables or rugs to trip over, and a little light.',
  },
  spit_cup: { label: 'A cup to spit into is beside me' },
  basin: { label: 'A basin with a bag in it is beside me', description: 'In case I feel sick.' },
  eye_mask: { label: 'My eye mask is here' },
  music: { label: 'My music is ready', description: 'A long playlist without adverts.' },
  phone_charged: { label: 'Phone or computer is charged, or plugged in' },
  nothing_later: { label: 'Nothing to do later today', description: 'No work, no decisions.' },
  no_driving: {
    label: 'I do not drive until tomorrow',
    description: 'After a night’s sleep, and not before.',
  },
};
