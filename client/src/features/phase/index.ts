export { CancelDialog } from './cancel-dialog.tsx';
export { ClientReady, ClientStop } from './client-ready.tsx';
export { PhaseBanner } from './phase-banner.tsx';
export { PhaseSteps } from './phase-steps.tsx';
