import { lazy, Suspense, type ComponentType } from 'react';
import { t } from '../language/index.ts';
import { Page } from '../ui/index.ts';

/** ms. A chunk that did not come is asked for once more: a line may have blinked. */
const AGAIN_AFTER = 1_000;

/**
 * A page of the therapist's, loaded when it is opened. What client and chaperone need is never loaded
 * late: their line may be gone when they need it.
 */
export function lazyPage<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const again = () =>
    load().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
      return load();
    });
  const Loaded = lazy(async () => ({ default: await again() }));
  return function LazyPage(props: Props) {
    return (
      <Suspense
        fallback={
          <Page width="narrow">
            <p role="status">{t('Opening…')}</p>
          </Page>
        }
      >
        <Loaded {...props} />
      </Suspense>
    );
  };
}
