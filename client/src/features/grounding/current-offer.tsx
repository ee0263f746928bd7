import type { PromptOffer } from '@sojourn/shared/session/prompt-offer';
import type { TherapistView } from '@sojourn/shared/session/view';
import { useServerNow } from '../../connection/use-clock.ts';
import type { Press } from '../../connection/use-press.ts';
import { t } from '../../language/index.ts';
import { Button, Row, Status } from '../../ui/index.ts';
import { offerLine } from './offer-model.ts';
import styles from './panel.module.css';

/** How many past offers the therapist still sees. */
const PAST_SHOWN = 4;

interface CurrentOfferProps extends Pick<Press, 'press'> {
  view: TherapistView;
  offer: PromptOffer;
}

/** What is on the client's screen now, for how long, and what comes after it (GR2, GR8). */
export function CurrentOffer({ view, offer, press }: CurrentOfferProps) {
  const { offerId, title, line, place, words, tone, spoken, next } = offerLine(
    view,
    offer,
    useServerNow(),
  );
  return (
    <div className={styles.current} aria-live="polite">
      <span className={styles.title}>{title}</span>
      <span dir="auto">{line}</span>
      {place !== null && <span className={styles.line}>{place}</span>}
      <Row justify="between">
        <Status tone={tone}>{words}</Status>
        {spoken && <span className={styles.line}>{t('Read by the device')}</span>}
      </Row>
      <Row>
        <Button variant="plain" onPress={() => void press({ type: 'prompt.withdraw', offerId })}>
          {t('Take it back')}
        </Button>
        {next !== null && (
          <Button icon="chevron" onPress={() => void press({ type: 'prompt.next', offerId })}>
            {t('Next: {title}', { title: next })}
          </Button>
        )}
      </Row>
    </div>
  );
}

export function PastOffers({ view, past }: { view: TherapistView; past: readonly PromptOffer[] }) {
  const now = useServerNow();
  if (past.length === 0) return null;
  return (
    <ul className={styles.past} aria-label={t('Earlier prompts')}>
      {past.slice(0, PAST_SHOWN).map((offer) => {
        const { offerId, title, words } = offerLine(view, offer, now);
        return <li key={offerId}>{`${title} · ${words}`}</li>;
      })}
    </ul>
  );
}
