/**
 * The emergency card. `<CardButton>`: the therapist's; `<CardDialog>`: the chaperone's; `<PrintedCard>`:
 * paper; `<KeepCard>` and `<OfflineCard>`: the chaperone's phone without a network (EC3).
 */
export { CardButton } from './card-button.tsx';
export { CardDialog } from './card-dialog.tsx';
export { KeepCard } from './keep-card.tsx';
export { OfflineCard } from './offline-card.tsx';
export { PrintedCard } from './printed-card.tsx';
