import { useView } from '../../connection/use-session.ts';
import { nameOr, telLink } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
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
      title={t('Nobody is with {client} yet', { client })}
      actions={
        card.dispatchLine && (
          <LinkButton href={telLink(card.dispatchLine)} icon="phone" variant="danger">
            {t('Call dispatch: {phone}', { phone: unbroken(card.dispatchLine) })}
          </LinkButton>
        )
      }
    >
      {card.dispatchLine
        ? t('The dispatch centre at {client}’s home. The emergency card has what they ask.', {
            client,
          })
        : t('No dispatch line is known. The emergency card has the other numbers.')}
    </Notice>
  );
}
