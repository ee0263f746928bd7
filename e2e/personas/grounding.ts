import { press } from './controls.ts';
import type { Cast } from './personas.ts';

/* Grounding on the two screens that have it. */

export const panel = ({ therapist }: Cast) =>
  therapist.page.getByRole('region', { name: 'Grounding' });
export const calm = ({ client }: Cast) => client.page.getByRole('region', { name: 'Grounding' });

/** One of the library's, found by its name. */
export async function offer(cast: Cast, title: string): Promise<void> {
  await panel(cast).getByRole('searchbox', { name: 'Find an exercise' }).fill(title);
  await press(panel(cast), `Offer ${title}`);
}
