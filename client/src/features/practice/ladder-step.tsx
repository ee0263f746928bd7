import { useState } from 'react';
import { Channel } from '@sojourn/shared/session/ladder';
import type { Faults } from '../../connection/faults.ts';
import { Button, Checkbox, Select, TextField } from '../../ui/index.ts';
import { CHANNEL_WORDS, stepWords, type StepDraft } from './ladder-model.ts';
import styles from './ladder-editor.module.css';

export interface LadderStepProps {
  step: StepDraft;
  /** "Step 2 of high". */
  name: string;
  channels: Record<Channel, boolean>;
  /** A new one is open from the start. */
  startOpen: boolean;
  onChange: (part: Partial<StepDraft>) => void;
  onRemove: () => void;
  /** Of this step, by field. */
  faults: Faults;
}

const SINCE = [
  { value: 'raised', label: 'the alert, until somebody answers' },
  { value: 'going', label: '“I’m going”, until they are with the client' },
] as const;
const TO = [
  { value: 'chaperone', label: 'The chaperone' },
  { value: 'second', label: 'The first emergency contact' },
  { value: 'both', label: 'Both, by turns' },
] as const;
const CHANNEL_LABELS: Record<Channel, string> = {
  push: 'App message',
  sms: 'Text message',
  call: 'Phone call, “press 1”',
};

/** A step as a sentence; its fields come when it is changed, or when something in it is wrong. */
export function LadderStepEditor(props: LadderStepProps) {
  const { step, name, channels, startOpen, onChange, onRemove, faults } = props;
  const [wanted, setWanted] = useState(startOpen);
  const open = wanted || Object.keys(faults).length > 0;
  const { when, what } = stepWords(step);
  const off = step.channels.filter((channel) => !channels[channel]);
  return (
    <li className={styles.step} data-open={open || undefined}>
      <div className={styles.sentence}>
        <p>
          <strong className={styles.when}>{when}</strong>
          <span className={styles.what}>{what}</span>
          {off.length > 0 && (
            <span className={styles.off}>
              {`Not configured here: ${off.map((channel) => CHANNEL_WORDS[channel]).join(', ')}`}
            </span>
          )}
        </p>
        <Button
          variant="plain"
          flush="end"
          label={`${open ? 'Done' : 'Change'}: ${name}`}
          onPress={() => setWanted(!open)}
        >
          {open ? 'Done' : 'Change'}
        </Button>
      </div>
      {open && (
        <div className={styles.fields} role="group" aria-label={name}>
          <div className={styles.pair}>
            <TextField
              label="Seconds"
              inputMode="numeric"
              value={step.after}
              onChange={(after) => onChange({ after })}
              error={faults['after']}
            />
            <Select
              label="After"
              options={SINCE}
              value={step.since}
              onChange={(since) => onChange({ since })}
            />
          </div>
          <div className={styles.pair}>
            <TextField
              label="Again every"
              placeholder="Once only"
              inputMode="numeric"
              value={step.every}
              onChange={(every) => onChange({ every })}
              error={faults['every']}
            />
            <Select
              label="Whom it reaches"
              options={TO}
              value={step.to}
              onChange={(to) => onChange({ to })}
              error={faults['to']}
            />
          </div>
          <div className={styles.ways} role="group" aria-label="How">
            {Channel.options.map((channel) => (
              <Checkbox
                key={channel}
                label={CHANNEL_LABELS[channel]}
                description={
                  channels[channel]
                    ? channel === 'push' && 'The chaperone’s phone only'
                    : 'Not configured on this server'
                }
                checked={step.channels.includes(channel)}
                onChange={(on) =>
                  onChange({
                    channels: Channel.options.filter((other) =>
                      other === channel ? on : step.channels.includes(other),
                    ),
                  })
                }
              />
            ))}
            <Checkbox
              label="Show me the dispatch line"
              description="Of the client’s home, until somebody is there"
              checked={step.showsDispatchLine}
              onChange={(showsDispatchLine) => onChange({ showsDispatchLine })}
            />
          </div>
          <div>
            <Button
              variant="plain"
              flush="start"
              label={`Remove this step: ${name}`}
              onPress={onRemove}
            >
              Remove this step
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
