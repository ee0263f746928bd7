/**
 * What a mark means. `high`, `medium`, `low` are the alert priorities of IEC 60601-1-8
 * and stand for nothing else; `lost` is a broken link; `accent` a gentle emphasis.
 */
export type Tone = 'accent' | 'ok' | 'waiting' | 'lost' | 'high' | 'medium' | 'low';
