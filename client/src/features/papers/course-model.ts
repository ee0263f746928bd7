import { courseStanding, type CourseStep } from '@sojourn/shared/care/course';
import type { ClientPapers } from '@sojourn/shared/session/view';
import { m, t } from '../../language/index.ts';
import type { Step } from '../../ui/index.ts';

/** The steps of the treatment as somebody reads them who has never done any of it (CC1). */
const STEP_WORDS: Record<CourseStep, { title: string; words: string; next: string }> = {
  consultation: {
    title: m('Consultation'),
    words: m('A first talk, to see whether this is right for you.'),
    next: m('a first talk, to see whether this is right for you'),
  },
  screening: {
    title: m('Medical screening'),
    words: m(
      'A licensed prescriber looks at your health. If all is well, the lozenges come by post.',
    ),
    next: m('a licensed prescriber looks at your health'),
  },
  preparation: {
    title: m('Preparation'),
    words: m('Sessions without medicine: getting to know each other, and getting ready.'),
    next: m('a session without medicine, to get ready together'),
  },
  dosing: {
    title: m('Sessions with the medicine'),
    words: m('At home, on video with your therapist, your chaperone near by.'),
    next: m('a session with the medicine, when you feel ready for it'),
  },
  integration: {
    title: m('Integration'),
    words: m('Sessions without medicine, to make sense of what came up.'),
    next: m('a session without medicine, to make sense of what came up'),
  },
};

export interface CourseModel {
  steps: Step[];
  /** What comes next, in a sentence. */
  next: string;
}

export function courseModel({ course }: Pick<ClientPapers, 'course'>, now: number): CourseModel {
  const standing = courseStanding(course, now);
  const here = standing.find((step) => step.standing === 'now')?.step ?? 'integration';
  return {
    steps: standing.map(({ step, standing: at }) => ({
      title: t(STEP_WORDS[step].title),
      words: t(STEP_WORDS[step].words),
      standing: at,
    })),
    next: course.stopped
      ? t('You stopped the treatment. That was a good decision, and nothing more is planned.')
      : t('What comes next: {step}.', { step: t(STEP_WORDS[here].next) }),
  };
}
