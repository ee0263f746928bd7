import type { TherapistView } from '@sojourn/shared/session/view';
import { nameOr } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
import type { Tone } from '../../ui/index.ts';

export interface DrillResultsModel {
  drillId: string;
  words: string;
  tone: Tone;
}

/** The newest drill, before the dose: what was heard, for the therapist (GD3). */
export function drillResults({ drill, t0, people }: TherapistView): DrillResultsModel | null {
  if (drill === null || t0 !== null) return null;
  const name = nameOr(people.chaperone.name, 'chaperone');
  const { drillId } = drill;
  switch (drill.state) {
    case 'sounding':
      return {
        drillId,
        words: t('Sounding. {name} has not answered yet', { name }),
        tone: 'waiting',
      };
    case 'passed':
      return { drillId, words: t('{name} heard it', { name }), tone: 'ok' };
    case 'failed':
      return { drillId, words: t('{name} heard nothing', { name }), tone: 'lost' };
  }
}
