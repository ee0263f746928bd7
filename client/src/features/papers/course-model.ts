import { courseStanding, type CourseStep } from '@sojourn/shared/care/course';
import type { ClientPapers } from '@sojourn/shared/session/view';
import type { Step } from '../../ui/index.ts';

/** The steps of the treatment as somebody reads them who has never done any of it (CC1). */
const STEP_WORDS: Record<CourseStep, { title: string; words: string; next: string }> = {
  consultation: {
    title: 'Consultation',
    words: 'A first talk, to see whether this is right for you.',
    next: 'a first talk, to see whether this is right for you',
  },
  screening: {
    title: 'Medical screening',
    words: 'A licensed prescriber looks at your health. If all is well, the lozenges come by post.',
    next: 'a licensed prescriber looks at your health',
  },
  preparation: {
    title: 'Preparation',
    words: 'Sessions without medicine: getting to know each other, and getting ready.',
    next: 'a session without medicine, to get ready together',
  },
  dosing: {
    title: 'Sessions with the medicine',
    words: 'At home, on video with your therapist, your chaperone near by.',
    next: 'a session with the medicine, when you feel ready for it',
  },
  integration: {
    title: 'Integration',
    words: 'Sessions without medicine, to make sense of what came up.',
    next: 'a session without medicine, to make sense of what came up',
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
      title: STEP_WORDS[step].title,
      words: STEP_WORDS[step].words,
      standing: at,
    })),
    next: course.stopped
      ? 'You stopped the treatment. That was a good decision, and nothing more is planned.'
      : `What comes next: ${STEP_WORDS[here].next}.`,
  };
}
