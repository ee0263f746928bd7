/**
 * Development only: every primitive in every state, at /primitives.html of `npm run dev`. `?theme=journey`
 * forces one theme, `?theme=all` shows all three under one another. More contrast, forced colours and
 * reduced motion are asked for in the browser's own tools (Rendering).
 */
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/index.css';
import { GalleryActions } from './gallery-actions.tsx';
import { GalleryFields } from './gallery-fields.tsx';
import { GalleryForms } from './gallery-forms.tsx';
import { GalleryWords } from './gallery-words.tsx';
import styles from './gallery.module.css';
import { Button, Page, Row, Stack, Status, useTheme, type Theme } from './index.ts';

const THEMES: readonly Theme[] = ['light', 'dark', 'journey'];
const SHOWN = ['system', ...THEMES, 'all'] as const;
type Shown = (typeof SHOWN)[number];

function Gallery() {
  const asked = new URLSearchParams(location.search).get('theme');
  const [shown, setShown] = useState<Shown>(SHOWN.find((known) => known === asked) ?? 'system');
  useTheme(shown === 'system' || shown === 'all' ? null : shown);
  return (
    <Page
      title="Primitives"
      lead="Every part in every state. Quiet by default; loud only when a person must act."
      aside={
        <Status tone="ok" live>
          Connected
        </Status>
      }
      footer="In an emergency call your local emergency number."
    >
      <Row gap={2}>
        {SHOWN.map((name) => (
          <Button
            key={name}
            variant={name === shown ? 'primary' : 'plain'}
            onPress={() => setShown(name)}
          >
            {name}
          </Button>
        ))}
      </Row>
      {shown === 'all' ? (
        <Stack gap={5}>
          {THEMES.map((name) => (
            <section key={name} className={styles.theme} data-theme={name} aria-label={name}>
              <Everything />
            </section>
          ))}
        </Stack>
      ) : (
        <Everything />
      )}
    </Page>
  );
}

const Everything = () => (
  <div className={styles.grid}>
    <GalleryActions />
    <GalleryFields />
    <GalleryForms />
    <GalleryWords />
  </div>
);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
