import { useState } from 'react';
import { Channel } from '@sojourn/shared/session/ladder';
import type { Faults } from '../../connection/faults.ts';
import { Button, Checkbox, Select, TextField } from '../../ui/index.ts';
import { CHANNEL_WORDS, stepWords, type StepDraft } from './ladder-model.ts';
import styles from './ladder-editor.module.css';
import { choices, listed, m, t } from '../../language/index.ts';

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
  { value: 'raised', label: m('the alert, until somebody answers') },
  { value: 'going', label: m('“I’m going”, until they are with the client') },
] as const;
const TO = [
  { value: 'chaperone', label: m('The chaperone') },
  { value: 'second', label: m('The first emergency contact') },
  { value: 'both', label: m('Both, by turns') },
] as const;
const CHANNEL_LABELS: Record<Channel, string> = {
  push: m('App message'),
  sms: m('Text message'),
  call: m('Phone call, “press 1”'),
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
              {t('Not configured here: {list}', {
                list: listed(off.map((channel) => t(CHANNEL_WORDS[channel]))),
              })}
            </span>
          )}
        </p>
        <Button
          variant="plain"
          flush="end"
          label={open ? t('Done: {what}', { what: name }) : t('Change: {what}', { what: name })}
          onPress={() => setWanted(!open)}
        >
          {open ? t('Done') : t('Change')}
        </Button>
      </div>
      {open && (
        <div className={styles.fields} role="group" aria-label={name}>
          <div className={styles.pair}>
            <TextField
              label={t('Seconds')}
              inputMode="numeric"
              value={step.after}
              onChange={(after) => onChange({ after })}
              error={faults['after']}
            />
            <Select
              label={t('After')}
              options={choices(SINCE)}
              value={step.since}
              onChange={(since) => onChange({ since })}
            />
          </div>
          <div className={styles.pair}>
            <TextField
              label={t('Again every')}
              placeholder={t('Once only')}
              inputMode="numeric"
              value={step.every}
              onChange={(every) => onChange({ every })}
              error={faults['every']}
            />
            <Select
              label={t('Whom it reaches')}
              options={choices(TO)}
              value={step.to}
              onChange={(to) => onChange({ to })}
              error={faults['to']}
            />
          </div>
          <div className={styles.ways} role="group" aria-label={t('How')}>
            {Channel.options.map((channel) => (
              <Checkbox
                key={channel}
                label={t(CHANNEL_LABELS[channel])}
                description={
                  channels[channel]
                    ? channel === 'push' && t('The chaperone’s phone only')
                    : t('Not configured on this server')
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
              label={t('Show me the dispatch line')}
              description={t('Of the client’s home, until somebody is there')}
              checked={step.showsDispatchLine}
              onChange={(showsDispatchLine) => onChange({ showsDispatchLine })}
            />
          </div>
          <div>
            <Button
              variant="plain"
              flush="start"
              label={t('Remove this step: {what}', { what: name })}
              onPress={onRemove}
            >
              {t('Remove this step')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
