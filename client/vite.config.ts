import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SERVICE_WORKER = 'service-worker';

/** Tells the service worker which files this build consists of, so that it can keep them. */
function shellAssets(): Plugin {
  return {
    name: 'shell-assets',
    generateBundle(_options, bundle) {
      const worker = bundle[`${SERVICE_WORKER}.js`];
      if (worker?.type !== 'chunk') this.error('The service worker was not built.');
      // It is no module: what it shares with a page would be imported, and it would not start.
      if (worker.imports.length > 0) this.error('The service worker is not one file.');
      const assets = Object.keys(bundle).filter(
        (file) => file.startsWith('assets/') && !file.endsWith('.map'),
      );
      const list = JSON.stringify(assets.map((file) => `/${file}`));
      worker.code = worker.code.replaceAll('SHELL_ASSETS', list);
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), shellAssets()],
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
    rolldownOptions: {
      input: {
        index: 'index.html',
        [SERVICE_WORKER]: 'src/service-worker/service-worker.ts',
      },
      output: {
        // Its place decides what it answers for, and its name must never change.
        entryFileNames: ({ name }) =>
          name === SERVICE_WORKER ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
