export { AlertChaperone } from './alert-chaperone.tsx';
export { alertTitle } from './alert-model.ts';
export { AlertList } from './alert-list.tsx';
export { ChaperoneAlert, NoAlert } from './chaperone-alert.tsx';
export { Drill } from './drill.tsx';
export { DrillResults } from './drill-results.tsx';
export { HelpButton } from './help-button.tsx';
export { isSoundUnlocked, onSoundChange, unlockSound } from './siren.ts';
export { SoundNotice } from './sound-notice.tsx';
