import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Notice } from '../../ui/index.ts';
import { paceLines, type PaceLine } from './offer-model.ts';

/** What the client said of the pace, until the therapist has answered it (GR11). */
export function PaceSignals() {
  const view = useView('therapist');
  const now = useServerNow();
  return paceLines(view, now).map((line) => <Signal key={line.signalId} line={line} />);
}

function Signal({ line }: { line: PaceLine }) {
  const { press, sending, refused } = usePress();
  const { signalId, words, when, answer, tone } = line;
  return (
    <Notice
      tone={tone}
      icon="hand"
      title={words}
      data-pace={signalId}
      actions={
        <Button
          variant="primary"
          pending={sending}
          onPress={() => void press({ type: 'pace.answer', signalId })}
        >
          {answer}
        </Button>
      }
    >
      {refused ? refused.message : when}
    </Notice>
  );
}
