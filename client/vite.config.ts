import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    sourcemap: true,
    // The CSP allows our own origin only: no data: URLs, no inline script.
    assetsInlineLimit: 0,
    // LiveKit's client is one chunk of this size, loaded after the first page.
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'index.html' },
  },
});
