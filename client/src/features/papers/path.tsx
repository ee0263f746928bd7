import type { ReactNode } from 'react';
import { t } from '../../language/index.ts';
import { Stack, Steps } from '../../ui/index.ts';
import { courseModel } from './course-model.ts';
import type { PapersState } from './use-papers.ts';

/** Where the client is on the way, what comes next, and that they may stop (CC3). */
export function Path({ papers, now, stop }: PapersState & { stop: ReactNode }) {
  const { steps, next } = courseModel(papers, now);
  return (
    <Stack gap={5}>
      <p>{next}</p>
      <Steps label={t('The steps of the treatment')} steps={steps} upright />
      <Stack gap={2}>
        <p>
          {t(
            'The treatment has an end. You can stop at any step, for any reason or none: nobody will push you. Stopping is always a good decision.',
          )}
        </p>
        {stop}
      </Stack>
    </Stack>
  );
}
