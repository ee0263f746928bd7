import type { SessionKind } from '@sojourn/shared/session/phase';
import { m, t } from '../language/index.ts';

interface KindWords {
  title: string;
  description: string;
}

const WORDS: Record<SessionKind, KindWords> = {
  consultation: { title: m('Consultation'), description: m('A first conversation') },
  preparation: {
    title: m('Preparation'),
    description: m('Getting to know each other; no medicine'),
  },
  dosing: { title: m('Dosing'), description: m('Medicine at home, with a chaperone near by') },
  integration: { title: m('Integration'), description: m('Making sense of it; no medicine') },
};

export const kindWords = (kind: SessionKind): KindWords => ({
  title: t(WORDS[kind].title),
  description: t(WORDS[kind].description),
});
