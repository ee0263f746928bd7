import { careRefusal } from '@sojourn/shared/care/can';
import { CareCommand } from '@sojourn/shared/care/command';
import type { CareView } from '@sojourn/shared/care/view';
import { err, ok, type Result } from '@sojourn/shared/result';
import { faultsOf, faultsOfRejection, type Faults } from './faults.ts';
import { faultsOfPart } from './form-model.ts';

/**
 * The command that a form makes, or what is wrong at each of its fields: by the schema and by the rules
 * that the server asks, too (CM1, CM3).
 *
 * @param part of the command that the form writes: "record"; empty for the command itself
 */
export function readCareCommand(
  typed: unknown,
  care: CareView,
  part: string,
  now: number,
): Result<CareCommand, Faults> {
  const parsed = CareCommand.safeParse(typed);
  if (!parsed.success) return err(faultsOfPart(faultsOf(parsed.error), part));
  const refused = careRefusal(care, parsed.data, now);
  return refused ? err(faultsOfPart(faultsOfRejection(refused), part)) : ok(parsed.data);
}
