import { Card, Stack } from '../../ui/index.ts';
import styles from './duties.module.css';

/** When the on-site chaperone calls emergency services, in plain words (domain: emergency signs). */
const EMERGENCY_SIGNS = [
  'They do not wake or answer.',
  'They struggle to breathe, or their lips turn blue.',
  'Chest pain, a seizure, or a face that droops on one side.',
  'A fall that hurt them.',
  'They want to harm themselves or somebody else.',
] as const;

/** What a chaperone with a phone in a kitchen needs to have read once, and to find again. */
export function Duties({ clientName }: { clientName: string }) {
  return (
    <Stack gap={4}>
      <Card title="When this phone sounds">
        <ol className={styles.steps}>
          <li>Tap “I’m going”, and go.</li>
          <li>{`Look at ${clientName}. Speak softly. Help them up only if they ask.`}</li>
          <li>Tap “I’m with them”. The therapist sees both.</li>
        </ol>
      </Card>
      <Card title="Call 911 yourself, at once, if" tone="high">
        <ul className={styles.steps}>
          {EMERGENCY_SIGNS.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
        <p className={styles.note}>You are there; the software and the therapist are not.</p>
      </Card>
    </Stack>
  );
}
