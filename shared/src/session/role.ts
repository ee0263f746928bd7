import { z } from 'zod';
import { words } from '../words.ts';

export const Role = z.enum(['therapist', 'client', 'chaperone']);
export type Role = z.infer<typeof Role>;

/** In the middle of a sentence, and at its start. */
export const THE_ROLE: Record<Role, string> = {
  therapist: words('the therapist'),
  client: words('the client'),
  chaperone: words('the chaperone'),
};
export const THE_ROLE_FIRST: Record<Role, string> = {
  therapist: words('The therapist'),
  client: words('The client'),
  chaperone: words('The chaperone'),
};

/** The two who come by an invite and wait in the lobby. */
export const GuestRole = z.enum(['client', 'chaperone']);
export type GuestRole = z.infer<typeof GuestRole>;

/** Who did something, as it stands in the record. `system` is the server itself. */
export const Actor = z.enum(['therapist', 'client', 'chaperone', 'system']);
export type Actor = z.infer<typeof Actor>;
