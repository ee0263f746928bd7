import { useState } from 'react';
import { isToday } from '@sojourn/shared/session/papers';
import type { ClientPapers } from '@sojourn/shared/session/view';
import { nearDayWords } from '../../connection/dates.ts';
import { looseFault } from '../../connection/form-model.ts';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { t, told } from '../../language/index.ts';
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
              {t('Save')}
            </Button>
          )}
          <Saved sending={sending} words={saved ? t('Saved') : null} />
        </>
      }
    >
      <RadioGroup
        label={t('What have you taken since you woke up?')}
        description={
          today && !fresh
            ? t('This is what you said {day}. How is it today?', {
                day: nearDayWords(today.at, now),
              })
            : t('Medicines, alcohol, cannabis and the like. Whatever it is, it helps to know.')
        }
        value={took}
        onChange={(next: Took) => {
          setChosen(next);
          clear();
        }}
        options={[
          { value: 'nothing', label: t('Nothing') },
          { value: 'something', label: t('Something') },
        ]}
        row
      />
      {took === 'something' && (
        <TextField
          label={t('What, how much, and when')}
          multiline
          rows={3}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            clear();
          }}
          error={faults['took'] && told(faults['took'])}
        />
      )}
    </Form>
  );
}
