import { useState } from 'react';
import { WRITTEN_MAX } from '@sojourn/shared/session/prompt';
import { usePress } from '../../connection/use-press.ts';
import { t, told } from '../../language/index.ts';
import { Button, Row, Stack, TextField } from '../../ui/index.ts';

/** A line for this moment, in the therapist's own words. What is too long is said, and nothing is lost. */
export function WriteLine({ allowed, spoken }: { allowed: boolean; spoken: boolean }) {
  const { press, sending, refused } = usePress();
  const [words, setWords] = useState('');
  const over = words.trim().length - WRITTEN_MAX;
  const tooLong =
    over > 0
      ? t('{over} characters too many: a line has at most {max}.', { over, max: WRITTEN_MAX })
      : undefined;
  const offer = async () => {
    if (await press({ type: 'prompt.write', words, spoken })) setWords('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void offer();
      }}
    >
      <Stack gap={2}>
        <TextField
          label={t('A line of your own')}
          value={words}
          onChange={setWords}
          error={tooLong ?? (refused ? told(refused.message) : undefined)}
        />
        <Row justify="end">
          <Button
            type="submit"
            pending={sending}
            disabled={!allowed || words.trim() === '' || over > 0}
          >
            {t('Offer my line')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
