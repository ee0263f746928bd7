/** The chaperone's duties, their agreement, and their signature under the release. */
export { Agreement } from './agreement.tsx';
export { Duties, DutyList, EmergencySigns } from './duties.tsx';
export { ReleaseSign } from './release-sign.tsx';
