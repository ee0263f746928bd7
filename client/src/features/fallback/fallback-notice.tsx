import type { Kept } from '../../connection/kept-model.ts';
import { telLink } from '../../connection/words.ts';
import { LinkButton, Notice } from '../../ui/index.ts';
import { fallbackModel } from './fallback-model.ts';
import styles from './fallback.module.css';

interface FallbackNoticeProps {
  as: 'therapist' | 'chaperone';
  kept: Kept | null;
  /** The numbers stand elsewhere on this screen already. */
  bare?: boolean | undefined;
}

/** What a helper does while no server answers: said once, largest first, numbers under the thumb (WD3). */
export function FallbackNotice({ as, kept, bare = false }: FallbackNoticeProps) {
  const { title, lead, steps, calls } = fallbackModel(as, kept);
  return (
    <Notice tone="lost" live="alert" title={title} data-fallback={as}>
      <div className={styles.notice}>
        <p>{lead}</p>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {!bare &&
          calls.map(({ label, phone }) => (
            <LinkButton key={label} href={telLink(phone)} icon="phone" size="large" wide>
              {label}
            </LinkButton>
          ))}
      </div>
    </Notice>
  );
}
