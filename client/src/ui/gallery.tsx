/** Development only: every primitive in every state, at /primitives.html (`?theme=journey` forces one). */
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/index.css';
import { GalleryActions } from './gallery-actions.tsx';
import { GalleryFields } from './gallery-fields.tsx';
import { GalleryForms } from './gallery-forms.tsx';
import { GalleryWords } from './gallery-words.tsx';
import styles from './gallery.module.css';
import { Button, Page, Row, Status, useTheme, type Theme } from './index.ts';

const themes: (Theme | null)[] = [null, 'light', 'dark', 'journey'];

function Gallery() {
  const asked = new URLSearchParams(location.search).get('theme');
  const [theme, setTheme] = useState<Theme | null>(themes.find((known) => known === asked) ?? null);
  useTheme(theme);
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
        {themes.map((name) => (
          <Button
            key={name}
            variant={name === theme ? 'primary' : 'plain'}
            onPress={() => setTheme(name)}
          >
            {name ?? 'system'}
          </Button>
        ))}
      </Row>
      <div className={styles.grid}>
        <GalleryActions />
        <GalleryFields />
        <GalleryForms />
        <GalleryWords />
      </div>
    </Page>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
