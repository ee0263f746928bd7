import { Component, useEffect, type ReactNode } from 'react';
import { t } from '../language/index.ts';
import { Button, Page, Stack } from '../ui/index.ts';
import { mayReload } from './broken-model.ts';

/** A fault of ours while a screen is drawn: React takes the whole screen away, and something must stand there. */
export class WhenBroken extends Component<
  { instead: ReactNode; children: ReactNode },
  { broken: boolean }
> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}

/**
 * The page loads again by itself, with all that it had kept: a dosed client must not look for a button
 * (WD4). One that breaks again at once stands still, and says whom to call.
 */
export function BrokenWords() {
  useEffect(() => {
    if (mayReload(() => globalThis.sessionStorage, Date.now())) location.reload();
  }, []);
  return (
    <Stack gap={4}>
      <p role="alert">
        {t('It is not you, and nothing that you pressed before is lost. The page loads again.')}
      </p>
      <p>{t('If it does not come back: call the other person, or your local emergency number.')}</p>
      <Button variant="primary" size="large" onPress={() => location.reload()}>
        {t('Load the page again')}
      </Button>
    </Stack>
  );
}

export const BrokenPage = () => (
  <Page width="narrow" title={t('This page broke.')}>
    <BrokenWords />
  </Page>
);
