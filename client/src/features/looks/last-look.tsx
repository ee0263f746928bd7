import { useServerNow } from '../../connection/use-clock.ts';
import { useView } from '../../connection/use-session.ts';
import { Status } from '../../ui/index.ts';
import { lookedWords } from './looks-model.ts';

/** When the chaperone last looked in (LK1). */
export function LastLook() {
  const looked = lookedWords(useView('therapist'), useServerNow());
  return looked && <Status tone={looked.tone}>{looked.words}</Status>;
}
