// npm and the terminal both pass one Ctrl-C on: what comes within this time is the same press.
const samePress = 1000;
const lookForParentEvery = 200;

/**
 * Calls `stop` at the first Ctrl-C, termination or closed terminal, then exits with 0. A second
 * Ctrl-C exits at once; what is left running is found by the next start.
 * @param withParent - also stop when the parent process is gone: npm that is killed outright passes
 *   nothing on, and a server that nobody can reach by its npm would keep the port
 */
export function stopOnSignal(
  stop: () => Promise<void>,
  failed: (error: unknown) => void,
  withParent: boolean,
): void {
  let since: number | undefined;
  const onSignal = (): void => {
    if (since !== undefined) {
      if (performance.now() - since > samePress) process.exit(130);
      return;
    }
    since = performance.now();
    process.stderr.write('Stopping … (Ctrl-C again to stop at once)\n');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        failed(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  if (!withParent) return;
  // Their reader may be gone with the parent: a write that fails must not cut the stopping short.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    onSignal();
  }, lookForParentEvery);
  watching.unref();
}
