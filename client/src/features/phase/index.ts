export { CancelDialog } from './cancel-dialog.tsx';
export { ClientReady } from './client-ready.tsx';
export { PhaseBanner } from './phase-banner.tsx';
export { PhaseSteps } from './phase-steps.tsx';
export { ChaperoneStop, ClientStop } from './stop.tsx';
