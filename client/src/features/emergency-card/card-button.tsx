import { useServerNow } from '../../connection/use-clock.ts';
import { useView } from '../../connection/use-session.ts';
import { t } from '../../language/index.ts';
import { PopoverButton, Stack, type PopoverButtonProps } from '../../ui/index.ts';
import { cardModel } from './card-model.ts';
import { CardSheet } from './card-sheet.tsx';
import { PrintLink } from './print-link.tsx';

/** The therapist's way to the card. It opens beside the client's picture, which must stay in sight. */
export function CardButton({ placement }: Pick<PopoverButtonProps, 'placement'>) {
  const { card, t0, sessionId } = useView('therapist');
  const now = useServerNow();
  return (
    <PopoverButton
      words={t('Emergency card')}
      dialogLabel={t('Emergency card')}
      icon="card"
      {...(placement && { placement })}
    >
      {() => (
        <Stack gap={3}>
          <CardSheet card={cardModel(card, { reader: 'elsewhere', now, t0 })} />
          <PrintLink sessionId={sessionId} as="therapist" />
        </Stack>
      )}
    </PopoverButton>
  );
}
