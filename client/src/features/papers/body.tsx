import { isToday } from '@sojourn/shared/session/papers';
import { nearDayWords } from '../../connection/dates.ts';
import { t } from '../../language/index.ts';
import { Notice, Stack } from '../../ui/index.ts';
import { fastingCommand, hoursFault, hoursWords, isShortFast } from './body-model.ts';
import { TextAnswer } from './text-answer.tsx';
import { Today } from './today.tsx';
import type { PapersState } from './use-papers.ts';

/** What the body brings to the day: asked for today, and without judgement. */
export function Body({ papers, now }: PapersState) {
  const { fasting, today } = papers;
  const fresh = isToday(fasting, now);
  return (
    <Stack gap={6}>
      <Stack gap={3}>
        <TextAnswer
          label={t('How many hours ago did you last eat?')}
          description={
            fasting && !fresh
              ? t('You said {hours} {day}. How is it today?', {
                  hours: hoursWords(fasting.hours),
                  day: nearDayWords(fasting.at, now),
                })
              : t('Four to six hours are usual; what your prescriber told you counts.')
          }
          inputMode="decimal"
          field="hours"
          draft="fasting"
          known={fasting ? String(fasting.hours) : ''}
          aged={!fresh}
          command={fastingCommand}
          fault={hoursFault}
        />
        {fasting && fresh && isShortFast(fasting.hours) && (
          <Notice icon="heart">
            {t(
              'Thank you for saying so. Your therapist will talk about it with you; it is no fault.',
            )}
          </Notice>
        )}
      </Stack>
      <Today today={today} now={now} />
    </Stack>
  );
}
