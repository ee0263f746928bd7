import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { makePrivateFolder } from './private-file.ts';

/**
 * Started again, the server loads in half the time: after a crash an alert may be waiting for it. Nothing
 * depends on it. Gives what keeps the cache, to be called when all is loaded: a crash asks nobody.
 */
export function cacheCompiled(dataDir: string): () => void {
  try {
    makePrivateFolder(dataDir);
  } catch {
    // Whoever needs the folder says in words what is wrong with it.
    return () => undefined;
  }
  enableCompileCache(join(dataDir, 'compile-cache'));
  return flushCompileCache;
}
