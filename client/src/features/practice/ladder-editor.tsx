import { useRef, useState } from 'react';
import type { AlertPriority } from '@sojourn/shared/session/alert';
import type { Channel } from '@sojourn/shared/session/ladder';
import type { Faults } from '../../connection/faults.ts';
import { faultsOfPart } from '../../connection/form-model.ts';
import { Button, Notice } from '../../ui/index.ts';
import styles from './ladder-editor.module.css';
import {
  draftOfLadder,
  isDefaultLadder,
  MOST_STEPS,
  offWords,
  PRIORITIES,
  withStep,
  type LadderDraft,
  type StepDraft,
} from './ladder-model.ts';
import { LadderStepEditor } from './ladder-step.tsx';
import { m, t } from '../../language/index.ts';

interface LadderEditorProps {
  ladder: LadderDraft;
  onChange: (ladder: LadderDraft) => void;
  /** Which ways to a phone this server has. */
  channels: Record<Channel, boolean>;
  faults: Faults;
}

const WORDS: Record<AlertPriority, { title: string; words: string }> = {
  high: {
    title: m('High: go now'),
    words: m('The client’s Help, “Go now”, a lost line, a look that was missed.'),
  },
  medium: { title: m('Medium: please come'), words: m('Bathroom, nausea, a technical fault.') },
  low: { title: m('Low: for information'), words: m('A look is due.') },
};

/** What happens to an alert that nobody answers: the practice's steps, for each priority (AL9). */
export function LadderEditor({ ladder, onChange, channels, faults }: LadderEditorProps) {
  const off = offWords(ladder, channels);
  return (
    <section className={styles.ladder} aria-labelledby="ladder">
      <header className={styles.head}>
        <div>
          <h3 id="ladder" className={styles.title}>
            {t('When nobody answers an alert')}
          </h3>
          <p className={styles.quiet}>
            {t(
              'The chaperone’s page shows and sounds every alert at once. These steps come on top, until a person answers. Sessions that are open take a change up at once.',
            )}
          </p>
        </div>
        <Button
          disabledReason={isDefaultLadder(ladder) ? t('These are the default steps.') : undefined}
          onPress={() => onChange(draftOfLadder())}
        >
          {t('Back to the default')}
        </Button>
      </header>
      {off && (
        <Notice tone="waiting" live="off" icon="phone">
          {off}
        </Notice>
      )}
      {PRIORITIES.map((priority) => (
        <Rungs
          key={priority}
          priority={priority}
          steps={ladder[priority]}
          channels={channels}
          onChange={(steps) => onChange({ ...ladder, [priority]: steps })}
          fault={faults[`ladder.${priority}`]}
          faults={faults}
        />
      ))}
    </section>
  );
}

interface RungsProps {
  priority: AlertPriority;
  steps: readonly StepDraft[];
  channels: Record<Channel, boolean>;
  onChange: (steps: readonly StepDraft[]) => void;
  /** Of the whole: no single step is wrong. */
  fault: string | undefined;
  faults: Faults;
}

function Rungs({ priority, steps, channels, onChange, fault, faults }: RungsProps) {
  const group = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<string | null>(null);
  const title = t(WORDS[priority].title);
  const write = (at: number, part: Partial<StepDraft>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  function remove(at: number) {
    // The button goes with its step, and must not take the keyboard's place with it.
    group.current?.focus();
    onChange(steps.filter((_, index) => index !== at));
  }
  function add() {
    const next = withStep(steps);
    setAdded(next.at(-1)?.step ?? null);
    onChange(next);
  }
  return (
    <div
      ref={group}
      className={styles.rungs}
      role="group"
      aria-label={title}
      tabIndex={-1}
      data-priority={priority}
      // Where a refused form looks for what to set right.
      data-invalid={fault ? true : undefined}
    >
      <h4 className={styles.priority}>{title}</h4>
      <p className={styles.quiet}>{t(WORDS[priority].words)}</p>
      {fault && (
        <Notice tone="lost" live="alert" icon="alert">
          {fault}
        </Notice>
      )}
      {steps.length === 0 && <p className={styles.quiet}>{t('No steps: the page alone calls.')}</p>}
      <ol className={styles.steps} role="list">
        {steps.map((step, at) => (
          <LadderStepEditor
            key={step.step}
            step={step}
            name={t('step {number} of “{title}”', { number: at + 1, title })}
            channels={channels}
            startOpen={step.step === added}
            onChange={(part) => write(at, part)}
            onRemove={() => remove(at)}
            faults={ofStep(faults, `ladder.${priority}.${at}`)}
          />
        ))}
      </ol>
      {steps.length < MOST_STEPS && (
        <div>
          <Button icon="plus" label={t('Add a step: {title}', { title })} onPress={add}>
            {t('Add a step')}
          </Button>
        </div>
      )}
    </div>
  );
}

const ofStep = (faults: Faults, path: string): Faults =>
  faultsOfPart(
    Object.fromEntries(Object.entries(faults).filter(([key]) => key.startsWith(`${path}.`))),
    path,
  );
