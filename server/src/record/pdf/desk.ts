/** Documents drawn at once: as many as a small server has cores, less the one that answers alerts. */
const AT_ONCE = 2;

/** Who may draw now: one document a therapist, so that nobody's large one keeps the others waiting. */
export interface Desk {
  /** What `draw` gives when its turn has come; null when whoever asked has left before. */
  take<T>(therapistId: string, left: AbortSignal, draw: () => Promise<T>): Promise<T | null>;
}

interface Asked {
  therapistId: string;
  begin(): Promise<void>;
}

export function createDesk(): Desk {
  const drawing = new Set<string>();
  let waiting: Asked[] = [];

  function callNext(): void {
    if (drawing.size >= AT_ONCE) return;
    const next = waiting.find(({ therapistId }) => !drawing.has(therapistId));
    if (!next) return;
    waiting = waiting.filter((asked) => asked !== next);
    drawing.add(next.therapistId);
    void next.begin().finally(() => {
      drawing.delete(next.therapistId);
      callNext();
    });
    callNext();
  }

  return {
    take: (therapistId, left, draw) =>
      new Promise((resolve, reject) => {
        const asked = { therapistId, begin: () => draw().then(resolve, reject) };
        left.addEventListener('abort', () => {
          waiting = waiting.filter((other) => other !== asked);
          resolve(null);
        });
        if (left.aborted) return resolve(null);
        waiting.push(asked);
        callNext();
      }),
  };
}
