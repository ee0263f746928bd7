import { useState } from 'react';
import { Button, Card, Steps } from '../../ui/index.ts';
import type { CareEdge } from './care-edge.ts';
import styles from './course-card.module.css';
import { courseSteps } from './course-model.ts';
import { ReasonForm } from './reason-form.tsx';
import { t } from '../../language/index.ts';

/** Where the client stands, and the way out, which is always open (CC3). */
export function CourseCard(edge: CareEdge) {
  const { care, now } = edge;
  const [stopping, setStopping] = useState(false);
  return (
    <Card title={t('The course of care')}>
      <Steps label={t('Steps of the course of care')} steps={courseSteps(care, now)} />
      {care.stopped === null && (
        <div className={styles.foot}>
          <p className={styles.quiet}>
            {t('{name} can stop at any point, and is never pushed.', {
              name: care.record.firstName,
            })}
          </p>
          <Button variant="plain" flush="end" onPress={() => setStopping(true)}>
            {t('Stop the course')}
          </Button>
        </div>
      )}
      {stopping && (
        <ReasonForm
          {...edge}
          title={t('Stop the course of care')}
          submitWords={t('Stop the course')}
          command={{ type: 'course.stop' }}
          onClose={() => setStopping(false)}
          onDone={() => {
            setStopping(false);
            edge.onChanged();
          }}
        >
          <p>
            {t(
              'Stopping is a good decision whenever it is the right one. Nothing is lost: talks can go on, the record stays, and the course can be resumed. Until then no dosing session can be scheduled or begin.',
            )}
          </p>
        </ReasonForm>
      )}
    </Card>
  );
}
