/** The chaperone's looks and wishes: `<LookCard>` on the phone, the others on the therapist's desk. */
export { LastLook } from './last-look.tsx';
export { waitingCalls } from './looks-model.ts';
export { LookCard } from './look-card.tsx';
export { WaitingCalls } from './waiting-calls.tsx';
