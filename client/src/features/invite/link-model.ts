/** The token of an invite link, however it was copied; null when there is none in it. */
export const tokenIn = (pasted: string): string | null =>
  /\/join#([\w-]{43})(?![\w-])/.exec(pasted)?.[1] ?? null;
