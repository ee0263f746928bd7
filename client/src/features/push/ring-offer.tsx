import { Button, Notice, Status } from '../../ui/index.ts';
import { pushWords } from './push-model.ts';
import { usePush } from './push-provider.tsx';

export interface RingOfferProps {
  /** After the dose: what could be mended before is not explained any more. */
  quiet?: boolean;
}

/** Whether this phone can be called with the page closed, and the one tap that lets it (PN1). */
export function RingOffer({ quiet = false }: RingOfferProps) {
  const { state, justNow, busy, ask } = usePush();
  const words = pushWords(state);
  if (!words) return null;
  const { title, help, button, tone } = words;
  if (tone === 'ok') return justNow ? <Status tone="ok">{title}</Status> : null;
  if (quiet) {
    return state === 'ask' ? (
      <Button wide icon="bell" pending={busy} onPress={() => void ask()}>
        {button}
      </Button>
    ) : null;
  }
  return (
    <Notice
      tone={tone}
      icon="bell"
      title={title}
      actions={
        button && (
          <Button
            variant={state === 'ask' ? 'primary' : 'quiet'}
            icon="bell"
            pending={busy}
            onPress={() => void ask()}
          >
            {button}
          </Button>
        )
      }
    >
      {help}
    </Notice>
  );
}

/** The same on the coloured ground of the drill: one button, or one line. */
export function RingInDrill() {
  const { state, busy, ask } = usePush();
  const words = pushWords(state);
  if (!words) return null;
  return words.button ? (
    <Button size="large" wide icon="bell" pending={busy} onPress={() => void ask()}>
      {state === 'ask' ? words.button : `${words.title} ${words.button}.`}
    </Button>
  ) : (
    <p>{words.title}</p>
  );
}
