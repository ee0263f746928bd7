import { useState } from 'react';
import { Command } from '@sojourn/shared/session/command';
import { faultsOf, faultsOfRejection, NO_FAULTS, type Faults } from './faults.ts';
import { useConnection } from './use-session.ts';

export interface CheckedPress {
  /** Resolves to true when it was recorded. */
  press(command: Command): Promise<boolean>;
  sending: boolean;
  /** What is wrong, by field: found here, or by the server. */
  faults: Faults;
  /** Counts refusals: each moves the focus to the first field at fault. */
  refusals: number;
  /** What is being written anew is not at fault any more. */
  clear(): void;
}

/** A short form's link to the server: asked of the shared schema first, so that a fault is said at once. */
export function useCheckedPress(): CheckedPress {
  const connection = useConnection();
  const [sending, setSending] = useState(false);
  const [faults, setFaults] = useState(NO_FAULTS);
  const [refusals, setRefusals] = useState(0);
  const refuse = (found: Faults) => {
    setFaults(found);
    setRefusals((before) => before + 1);
    return false;
  };
  return {
    sending,
    faults,
    refusals,
    clear: () => setFaults(NO_FAULTS),
    async press(command) {
      const parsed = Command.safeParse(command);
      if (!parsed.success) return refuse(faultsOf(parsed.error));
      setFaults(NO_FAULTS);
      setSending(true);
      const reply = await connection.send(parsed.data);
      setSending(false);
      return reply.ok || refuse(faultsOfRejection(reply.rejection));
    },
  };
}
