import { useMemo } from 'react';
import type { CareView, Proposal } from '@sojourn/shared/care/view';
import { createCareSender } from '../../connection/care-client.ts';
import styles from './client-course.module.css';
import { CourseCard } from './course-card.tsx';
import { OrderCard } from './order-card.tsx';
import { ProposalCards } from './proposal-cards.tsx';
import { RecordCard } from './record-card.tsx';
import { ScreeningCard } from './screening-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { StoppedNotice } from './stopped-notice.tsx';

interface ClientCourseProps {
  care: CareView;
  /** When the view came, ms. */
  now: number;
  onChanged: () => void;
  onSchedule: () => void;
  onPropose: (proposal: Proposal) => void;
  onInvites: (sessionId: string) => void;
}

/** One client's course of care on one page. */
export function ClientCourse(props: ClientCourseProps) {
  const { care, now, onChanged, onSchedule, onPropose, onInvites } = props;
  const send = useMemo(() => createCareSender(care.clientId), [care.clientId]);
  const edge = { care, now, send, onChanged };
  return (
    <div className={styles.course}>
      <StoppedNotice {...edge} />
      <CourseCard {...edge} />
      <ProposalCards {...edge} onPropose={onPropose} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <SessionsCard {...edge} onSchedule={onSchedule} onInvites={onInvites} />
          <OrderCard {...edge} />
        </div>
        <div className={styles.column}>
          <RecordCard {...edge} />
          <ScreeningCard {...edge} />
        </div>
      </div>
    </div>
  );
}
