import { t } from '../../language/index.ts';
import { Stack } from '../../ui/index.ts';
import { ChoiceAnswer } from './choice-answer.tsx';
import { useDraft } from './desk.tsx';
import { boosterOptions, boosterChoice, boosterCommand, touchOptions } from './own-words-model.ts';
import { RatherNot } from './rather-not.tsx';
import { TextAnswer } from './text-answer.tsx';
import type { PapersState } from './use-papers.ts';

/** What the client would like to have with them, said now, because it is not asked later (DO4). */
export function OwnWords({ papers }: PapersState) {
  const { intention, phrase, touch, boosterOrdered, avoid } = papers;
  return (
    <Stack gap={6}>
      <p>
        {t('Write what you like, and leave what you like. You can change it until the medicine.')}
      </p>
      <TextAnswer
        label={t('Your intention')}
        description={t(
          'What you hope for, or what you would like to meet. A few words are plenty.',
        )}
        multiline
        field="words"
        draft="intention"
        known={intention ?? ''}
        command={(words) => ({ type: 'intention.write', words })}
      />
      <TextAnswer
        label={t('A sentence that steadies you')}
        description={t('Your therapist can show it to you, when it would do you good.')}
        maxLength={120}
        field="words"
        draft="phrase"
        known={phrase ?? ''}
        command={(words) => ({ type: 'phrase.write', words })}
      />
      <ChoiceAnswer
        intro={t(
          'If your chaperone comes to you, they steady you when you walk. What else is welcome?',
        )}
        label={t('Touch by your chaperone')}
        options={touchOptions()}
        value={touch}
        command={(chosen) => ({ type: 'touch.agree', touch: chosen })}
        saved={touch !== null}
      />
      <RatherNot avoid={avoid} />
      {boosterOrdered && <Booster known={papers.boosterAgreed} />}
    </Stack>
  );
}

function Booster({ known }: { known: boolean | null }) {
  // "Not sure" is told to nobody: it stands on this screen only.
  const [unsure, setUnsure] = useDraft('booster', '');
  const answer = boosterChoice(known);
  const value = unsure === 'unsure' ? unsure : answer;
  return (
    <ChoiceAnswer
      intro={t(
        'Your prescriber allows a second, smaller dose. Would you be open to it, if your therapist offers it? “No” and “not sure” are good answers: then there is none.',
      )}
      label={t('A second, smaller dose')}
      options={boosterOptions()}
      value={value}
      onChoose={setUnsure}
      command={(choice) => boosterCommand(choice, known)}
      saved={value !== null && value === answer}
    />
  );
}
