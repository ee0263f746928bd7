import { ChecklistItem } from '@sojourn/shared/session/papers';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { t, told } from '../../language/index.ts';
import { Checkbox, Notice, Stack } from '../../ui/index.ts';
import { useServerNow } from '../../connection/use-clock.ts';
import { CHECKLIST_WORDS } from './checklist-words.ts';
import { isTicked } from './papers-model.ts';
import type { PapersState } from './use-papers.ts';

/** The set-up checklist: each point is recorded when it is ticked. */
export function Room({ papers }: PapersState) {
  const now = useServerNow();
  return (
    <Stack gap={3}>
      <p>{t('Tick what is in place. The rest can wait, also until you are on video together.')}</p>
      <Stack gap={1}>
        {ChecklistItem.options.map((item) => (
          <Point key={item} item={item} done={isTicked(papers, item, now)} />
        ))}
      </Stack>
    </Stack>
  );
}

function Point({ item, done }: { item: ChecklistItem; done: boolean }) {
  const { press, sending, faults } = useCheckedPress();
  const { label, description } = CHECKLIST_WORDS[item];
  const fault = Object.values(faults)[0];
  return (
    <>
      <Checkbox
        label={t(label)}
        description={sending ? t('Saving…') : description && t(description)}
        checked={done}
        pending={sending}
        onChange={(ticked) => void press({ type: 'checklist.set', item, done: ticked })}
      />
      {fault && <Notice tone="lost">{told(fault)}</Notice>}
    </>
  );
}
