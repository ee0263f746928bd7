/** Only what contrast.test.ts needs: Node's own types would leak into the browser's code. */
declare module 'node:fs' {
  export function readFileSync(path: URL, encoding: 'utf8'): string;
}
