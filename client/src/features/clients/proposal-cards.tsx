import { useState } from 'react';
import type { Proposal } from '@sojourn/shared/care/view';
import { Button, Card } from '../../ui/index.ts';
import type { CareEdge } from './care-edge.ts';
import { proposalWords } from './course-model.ts';
import { FollowUpForm } from './follow-up-form.tsx';
import styles from './proposal-cards.module.css';

interface ProposalCardsProps extends CareEdge {
  onPropose: (proposal: Proposal) => void;
}

/** What could come next, offered and not booked: the therapist acts on it or not (CC5). */
export function ProposalCards({ onPropose, ...edge }: ProposalCardsProps) {
  const [following, setFollowing] = useState<string | null>(null);
  const { care, now } = edge;
  if (care.proposals.length === 0) return null;
  return (
    <div className={styles.proposals}>
      {care.proposals.map((proposal) => {
        const { title, words, action } = proposalWords(proposal, care, now);
        const { what, sessionId } = proposal;
        return (
          <Card key={`${what} ${sessionId}`} title={title} look="sunken">
            <p className={styles.words}>{words}</p>
            <div>
              <Button
                onPress={() =>
                  what === 'follow_up' ? setFollowing(sessionId) : onPropose(proposal)
                }
              >
                {action}
              </Button>
            </div>
          </Card>
        );
      })}
      {following !== null && (
        <FollowUpForm
          {...edge}
          sessionId={following}
          onClose={() => setFollowing(null)}
          onDone={() => {
            setFollowing(null);
            edge.onChanged();
          }}
        />
      )}
    </div>
  );
}
