import { z } from 'zod';

/** What this product is read and heard in (LA1). */
export const Language = z.enum(['en', 'es']);
export type Language = z.infer<typeof Language>;
