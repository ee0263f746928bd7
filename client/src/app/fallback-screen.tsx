import type { Kept } from '../connection/kept-model.ts';
import { KeptCard } from '../features/emergency-card/index.ts';
import { FallbackNotice } from '../features/fallback/index.ts';
import { t } from '../language/index.ts';
import { Page } from '../ui/index.ts';
import styles from './fallback-screen.module.css';

interface FallbackProps {
  as: 'therapist' | 'chaperone';
  kept: Kept | null;
  /** @see FallbackNotice */
  bare?: boolean;
}

/** What to do and whom to call without a server, and the card to read from (WD3, EC3). */
export const Fallback = ({ as, kept, bare }: FallbackProps) => (
  <div className={styles.fallback} data-as={as}>
    <FallbackNotice as={as} kept={kept} bare={bare} />
    <KeptCard kept={kept} />
  </div>
);

/** The same where there is nothing of the session to stand beside it: a page that was loaded just now. */
export const FallbackScreen = ({ as, kept }: Omit<FallbackProps, 'bare'>) => (
  <Page width={as === 'chaperone' ? 'narrow' : 'wide'} bare>
    <h1 className="visually-hidden">{t('The session is out of reach')}</h1>
    <Fallback as={as} kept={kept} />
  </Page>
);
