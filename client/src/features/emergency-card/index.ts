/**
 * The emergency card. `<CardButton>`: the therapist's; `<CardDialog>`: the chaperone's; `<PrintedCard>`:
 * paper; `<KeptCard>`: without a server (EC3, WD3).
 */
export { CardButton } from './card-button.tsx';
export { CardDialog } from './card-dialog.tsx';
export { KeptCard } from './kept-card.tsx';
export { PrintedCard } from './printed-card.tsx';
