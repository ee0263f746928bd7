import { useServerNow } from '../../connection/use-clock.ts';
import { useView } from '../../connection/use-session.ts';
import { t } from '../../language/index.ts';
import { Dialog } from '../../ui/index.ts';
import { cardModel } from './card-model.ts';
import { CardSheet } from './card-sheet.tsx';
import { PrintLink } from './print-link.tsx';

/** The chaperone's card: the whole phone, also above an alert. */
export function CardDialog({ onClose }: { onClose: () => void }) {
  const { card, t0, sessionId } = useView('chaperone');
  const now = useServerNow();
  return (
    <Dialog open onClose={onClose} title={t('Emergency card')} size="full">
      <CardSheet card={cardModel(card, { reader: 'on_site', now, t0 })} />
      <PrintLink sessionId={sessionId} as="chaperone" />
    </Dialog>
  );
}
