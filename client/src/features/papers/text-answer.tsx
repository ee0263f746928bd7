import type { Command } from '@sojourn/shared/session/command';
import { looseFault } from '../../connection/form-model.ts';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { t, told } from '../../language/index.ts';
import { Button, Form, TextField, type TextFieldProps } from '../../ui/index.ts';
import { useDraft } from './desk.tsx';
import { Saved } from './saved.tsx';

interface TextAnswerProps extends Pick<
  TextFieldProps,
  'label' | 'description' | 'multiline' | 'rows' | 'inputMode' | 'maxLength'
> {
  /** The field's name in the command. */
  field: 'words' | 'hours';
  /** Names the draft. */
  draft: string;
  /** As it is recorded; empty while it is not. */
  known: string;
  /** It was recorded on another day: to be said again. */
  aged?: boolean;
  command: (typed: string) => Command;
  /** In better words than the schema's, which sees the command only. */
  fault?: (typed: string) => string | null;
}

/** One question that is answered in a field. What was typed stays until it is recorded, and after. */
export function TextAnswer(props: TextAnswerProps) {
  const { field, draft, known, aged = false, command, fault, ...input } = props;
  const [typed, setTyped] = useDraft(draft, known);
  const { press, sending, faults, refusals, clear } = useCheckedPress();
  // Nothing to save is no button: an empty page asks for nothing.
  const changed = typed.trim() !== known;
  const saved = !aged && !changed && known !== '';
  return (
    <Form
      short
      onSubmit={() => void press(command(typed))}
      refusals={refusals}
      fault={looseFault(faults, { [field]: '' })}
      actions={
        <>
          {(changed || aged) && (
            <Button type="submit" pending={sending}>
              {t('Save')}
            </Button>
          )}
          <Saved sending={sending} words={saved ? t('Saved') : null} />
        </>
      }
    >
      <TextField
        {...input}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          clear();
        }}
        error={faults[field] && (fault?.(typed) ?? told(faults[field]))}
      />
    </Form>
  );
}
