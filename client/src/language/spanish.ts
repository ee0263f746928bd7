import type { Catalogue } from './language.ts';

/* Loaded only where Spanish is chosen. `npm run messages:check` sees to it that areas do not differ. */
const areas = import.meta.glob<Record<string, string>>('./es/*.json', {
  eager: true,
  import: 'default',
});

export const spanish: Catalogue = new Map(
  Object.values(areas).flatMap((area) => Object.entries(area)),
);
