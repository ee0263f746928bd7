import type { Command } from '@sojourn/shared/session/command';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { t, told } from '../../language/index.ts';
import { Notice, RadioGroup, Stack, type RadioGroupProps } from '../../ui/index.ts';
import { Saved } from './saved.tsx';

interface ChoiceAnswerProps<Value extends string> extends Pick<
  RadioGroupProps<Value>,
  'label' | 'options' | 'value'
> {
  /** What to know before one answers. */
  intro: string;
  /** Beside what is sent, for a choice that is not. */
  onChoose?: (value: Value) => void;
  /** Null: this choice is no answer, and nothing is sent. */
  command: (value: Value) => Command | null;
  saved: boolean;
}

/** One question with a few answers: choosing one records it. */
export function ChoiceAnswer<Value extends string>(props: ChoiceAnswerProps<Value>) {
  const { intro, onChoose, command, saved, ...group } = props;
  const { press, sending, faults } = useCheckedPress();
  const fault = Object.values(faults)[0];
  return (
    <Stack gap={3}>
      <p>{intro}</p>
      <RadioGroup
        {...group}
        onChange={(value) => {
          onChoose?.(value);
          const chosen = command(value);
          if (chosen) void press(chosen);
        }}
      />
      {fault && <Notice tone="lost">{told(fault)}</Notice>}
      <Saved sending={sending} words={saved ? t('Saved') : null} />
    </Stack>
  );
}
