import type { SessionKind } from '@sojourn/shared/session/phase';

export const KIND_WORDS: Record<SessionKind, { title: string; description: string }> = {
  consultation: { title: 'Consultation', description: 'A first conversation' },
  preparation: { title: 'Preparation', description: 'Getting to know each other; no medicine' },
  dosing: { title: 'Dosing', description: 'Medicine at home, with a chaperone near by' },
  integration: { title: 'Integration', description: 'Making sense of it; no medicine' },
};
