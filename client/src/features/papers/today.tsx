import { useState } from 'react';
import { isToday } from '@sojourn/shared/session/papers';
import type { ClientPapers } from '@sojourn/shared/session/view';
import { nearDayWords } from '../../connection/dates.ts';
import { looseFault } from '../../connection/form-model.ts';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { Button, Form, RadioGroup, TextField } from '../../ui/index.ts';
import { useDraft } from './desk.tsx';
import { Saved } from './saved.tsx';

type Took = 'nothing' | 'something';

interface TodayProps {
  today: ClientPapers['today'];
  now: number;
}

export function Today({ today, now }: TodayProps) {
  const fresh = isToday(today, now);
  const known: Took | null = today && (today.took === null ? 'nothing' : 'something');
  const [chosen, setChosen] = useState<Took | null>(null);
  const took = chosen ?? known;
  const [typed, setTyped] = useDraft('today', today?.took ?? '');
  const { press, sending, faults, refusals, clear } = useCheckedPress();
  const saved =
    fresh && took === known && (took === 'nothing' || typed.trim() === (today?.took ?? ''));
  return (
    <Form
      short
      onSubmit={() => void press({ type: 'today.report', took: took === 'nothing' ? null : typed })}
      refusals={refusals}
      fault={looseFault(faults, { took: '' })}
      actions={
        <>
          {took !== null && !saved && (
            <Button type="submit" pending={sending}>
              Save
            </Button>
          )}
          <Saved sending={sending} words={saved ? 'Saved' : null} />
        </>
      }
    >
      <RadioGroup
        label="What have you taken since you woke up?"
        description={
          today && !fresh
            ? `This is what you said ${nearDayWords(today.at, now)}. How is it today?`
            : 'Medicines, alcohol, cannabis and the like. Whatever it is, it helps to know.'
        }
        value={took}
        onChange={(next: Took) => {
          setChosen(next);
          clear();
        }}
        options={[
          { value: 'nothing', label: 'Nothing' },
          { value: 'something', label: 'Something' },
        ]}
        row
      />
      {took === 'something' && (
        <TextField
          label="What, how much, and when"
          multiline
          rows={3}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            clear();
          }}
          error={faults['took']}
        />
      )}
    </Form>
  );
}
