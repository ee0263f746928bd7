export { AccessList } from './access-list.tsx';
export { stateOf } from './record-model.ts';
export { RecordSummary } from './record-summary.tsx';
export { useRecord } from './use-record.ts';
