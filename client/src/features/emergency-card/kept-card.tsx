import type { Kept } from '../../connection/kept-model.ts';
import { useLocalNow } from '../../connection/use-clock.ts';
import { telLink } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
import { Card, LinkButton } from '../../ui/index.ts';
import { cardModel } from './card-model.ts';
import { CardSheet } from './card-sheet.tsx';

/** The card as this browser kept it; its minutes go on (EC3). */
export function KeptCard({ kept }: { kept: Kept | null }) {
  const now = useLocalNow();
  const reader = kept?.role === 'therapist' ? 'elsewhere' : 'on_site';
  return (
    <Card title={t('Emergency card')} look="flat">
      {kept?.card ? (
        <CardSheet
          card={cardModel(kept.card, { reader, now: now + kept.clockOffset, t0: kept.t0 })}
        />
      ) : (
        <>
          <p>{t('There is no card on this device yet.')}</p>
          <LinkButton href={telLink('911')} icon="phone" size="large" wide>
            {t('In an emergency, call 911')}
          </LinkButton>
        </>
      )}
    </Card>
  );
}
