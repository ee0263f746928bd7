import { z } from 'zod';

export const Role = z.enum(['therapist', 'client', 'chaperone']);
export type Role = z.infer<typeof Role>;

/** The two who come by an invite and wait in the lobby. */
export const GuestRole = z.enum(['client', 'chaperone']);
export type GuestRole = z.infer<typeof GuestRole>;

/** Who did something, as it stands in the record. `system` is the server itself. */
export const Actor = z.enum(['therapist', 'client', 'chaperone', 'system']);
export type Actor = z.infer<typeof Actor>;
