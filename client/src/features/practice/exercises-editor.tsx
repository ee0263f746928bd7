import { useRef } from 'react';
import { CAUTION_WORDS } from '@sojourn/shared/session/event-words-papers';
import { Caution, KIND_WORDS, PromptKind } from '@sojourn/shared/session/library/exercise';
import type { Faults } from '../../connection/faults.ts';
import { t } from '../../language/index.ts';
import { Button, Checkbox, Fields, Notice, Row, Select, Stack, TextField } from '../../ui/index.ts';
import styles from './exercises-editor.module.css';
import { textFault, type ExerciseDraft } from './exercises-model.ts';

interface ExercisesEditorProps {
  exercises: readonly ExerciseDraft[];
  onChange: (exercises: readonly ExerciseDraft[]) => void;
  faults: Faults;
}

/** The practice's own exercises: they stand in every session's panel beside the library (GR9). */
export function ExercisesEditor({ exercises, onChange, faults }: ExercisesEditorProps) {
  const group = useRef<HTMLElement>(null);
  const write = (at: number, part: Partial<ExerciseDraft>) =>
    onChange(exercises.map((one, index) => (index === at ? { ...one, ...part } : one)));
  function remove(at: number) {
    // The button goes with its exercise, and must not take the keyboard's place with it.
    group.current?.focus();
    onChange(exercises.filter((_, index) => index !== at));
  }
  const add = () =>
    onChange([
      ...exercises,
      { exerciseId: crypto.randomUUID(), title: '', kind: 'rest', text: '', cautions: [] },
    ]);
  const kinds = PromptKind.options.map((kind) => ({ value: kind, label: t(KIND_WORDS[kind]) }));
  const whole = faults['exercises'];
  return (
    <section ref={group} className={styles.exercises} aria-labelledby="exercises" tabIndex={-1}>
      <h3 id="exercises" className={styles.title}>
        {t('Exercises of your own')}
      </h3>
      <p className={styles.quiet}>
        {t(
          'They stand in the grounding panel of every session, beside the library. Short lines, one at a time: each line of the text is one.',
        )}
      </p>
      {whole && (
        <Notice tone="lost" live="alert">
          {whole}
        </Notice>
      )}
      {exercises.map((exercise, at) => (
        <div
          key={exercise.exerciseId}
          className={styles.exercise}
          role="group"
          aria-label={exercise.title || t('New exercise')}
        >
          <Stack gap={3}>
            <TextField
              label={t('Name of the exercise')}
              value={exercise.title}
              onChange={(title) => write(at, { title })}
              error={faults[`exercises.${at}.title`]}
            />
            <Select
              label={t('What it leans on')}
              options={kinds}
              value={exercise.kind}
              onChange={(kind) => write(at, { kind })}
            />
            <TextField
              label={t('Its lines')}
              multiline
              rows={3}
              value={exercise.text}
              onChange={(text) => write(at, { text })}
              error={textFault(faults, at)}
            />
            <Fields legend={t('Offered only by a second tap to a client who would rather not')}>
              {Caution.options.map((caution) => (
                <Checkbox
                  key={caution}
                  label={t(CAUTION_WORDS[caution])}
                  checked={exercise.cautions.includes(caution)}
                  onChange={(on) =>
                    write(at, {
                      cautions: Caution.options.filter((one) =>
                        one === caution ? on : exercise.cautions.includes(one),
                      ),
                    })
                  }
                />
              ))}
            </Fields>
            <Row justify="end">
              <Button
                variant="plain"
                icon="close"
                label={t('Remove exercise {title}', { title: exercise.title })}
                onPress={() => remove(at)}
              >
                {t('Remove exercise')}
              </Button>
            </Row>
          </Stack>
        </div>
      ))}
      <div>
        <Button icon="plus" onPress={add}>
          {t('Add an exercise')}
        </Button>
      </div>
    </section>
  );
}
