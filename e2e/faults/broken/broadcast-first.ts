import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * The server, broken on purpose while it is loaded: every screen is told before the commit, and the
 * commit comes a moment later. The checker must find that out. Nothing of this stands in the product.
 */

const RETURN = 'return result;\n';
const TELL = `for (const state of changed.values()) for (const listener of listeners) listener(state);
          await new Promise((resolve) => setTimeout(resolve, 100));
          ${RETURN}`;

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('/server/src/record/writer.ts')) return nextLoad(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8');
    if (!source.includes(RETURN)) throw new Error('The writer is not as this break knows it');
    return {
      format: 'module-typescript',
      shortCircuit: true,
      source: source.replace(RETURN, TELL),
    };
  },
});
