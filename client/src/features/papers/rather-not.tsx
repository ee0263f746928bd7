import { Caution } from '@sojourn/shared/session/library/exercise';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { m, t, told } from '../../language/index.ts';
import { Checkbox, Notice, Stack } from '../../ui/index.ts';

const WORDS: Record<Caution, string> = {
  body_scan: m('Going through my body, part by part'),
  breath_focus: m('Attending to my breath'),
  self_touch: m('Hands on my chest or belly'),
  imagery: m('Picturing places or things'),
  sound: m('Listening to sounds or music'),
  movement: m('Moving, on being asked to'),
};

/** What the client would rather not be offered, said now, because it is not asked later (GR7). */
export function RatherNot({ avoid }: { avoid: readonly Caution[] | null }) {
  const { press, sending, faults } = useCheckedPress();
  const fault = Object.values(faults)[0];
  if (avoid === null) {
    return (
      <p>{t('What you would rather not be offered is kept. You see it once you are let in.')}</p>
    );
  }
  return (
    <Stack gap={2}>
      <p>
        {t(
          'Some things calm one person and trouble another. What would you rather not be offered?',
        )}
      </p>
      <div role="group" aria-label={t('Rather not offered')}>
        {Caution.options.map((caution) => (
          <Checkbox
            key={caution}
            label={t(WORDS[caution])}
            checked={avoid.includes(caution)}
            pending={sending}
            onChange={(on) => void press({ type: 'avoid.mark', caution, on })}
          />
        ))}
      </div>
      {fault && <Notice tone="lost">{told(fault)}</Notice>}
    </Stack>
  );
}
