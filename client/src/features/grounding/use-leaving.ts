import { useEffect, useState } from 'react';

/** As long as its words take to grow faint (grounding.module.css), ms. */
const LEAVING_MS = 1_500;

/**
 * What the therapist withdraws is there a moment longer, while it grows faint: nothing vanishes before
 * somebody's eyes. What the client puts away is gone at once.
 * @param id of what is on the screen; null: nothing
 * @param gently whether what is gone now was withdrawn
 * @returns what is on its way out
 */
export function useLeaving<Shown>(
  shown: Shown | null,
  id: string | null,
  gently: (last: Shown) => boolean,
): Shown | null {
  const [last, setLast] = useState({ id, shown });
  const [leaving, setLeaving] = useState<Shown | null>(null);
  if (last.id !== id) {
    setLast({ id, shown });
    setLeaving(id === null && last.shown && gently(last.shown) ? last.shown : null);
  }
  useEffect(() => {
    if (leaving === null) return;
    const gone = setTimeout(() => setLeaving(null), LEAVING_MS);
    return () => clearTimeout(gone);
  }, [leaving]);
  return leaving;
}
