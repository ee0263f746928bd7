import { useView } from '../../connection/use-session.ts';
import { nameOr, telLink } from '../../connection/words.ts';
import { LinkButton, Notice } from '../../ui/index.ts';

/** A number on a narrow screen stays in one line. */
const unbroken = (phone: string): string => phone.replaceAll(' ', '\u00A0');

/** AL9: nobody is with the client yet, and the dispatch centre of their place may be the next call. */
export function DispatchNotice() {
  const { dispatchShown, card, people } = useView('therapist');
  if (!dispatchShown) return null;
  const client = nameOr(people.client.name, 'client');
  return (
    <Notice
      tone="high"
      live="alert"
      title={`Nobody is with ${client} yet`}
      actions={
        card.dispatchLine && (
          <LinkButton href={telLink(card.dispatchLine)} icon="phone" variant="danger">
            {`Call dispatch: ${unbroken(card.dispatchLine)}`}
          </LinkButton>
        )
      }
    >
      {card.dispatchLine
        ? `The dispatch centre at ${client}’s home. The emergency card has what they ask.`
        : 'No dispatch line is known. The emergency card has the other numbers.'}
    </Notice>
  );
}
