import { useState } from 'react';
import type { Command } from '@sojourn/shared/session/command';
import type { Rejection } from '@sojourn/shared/rejection';
import { useConnection } from './use-session.ts';
import { told } from '../language/index.ts';

export interface Press {
  /** Resolves to true when it was recorded. */
  press(command: Command): Promise<boolean>;
  /** Sent, not yet answered. */
  sending: boolean;
  /** Why the last press was refused; null after a success or a new press. */
  refused: Rejection | null;
}

/** A button's link to the server: no optimism, only sending, recorded or refused in words (CM4). */
export function usePress(): Press {
  const connection = useConnection();
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<Rejection | null>(null);
  return {
    sending,
    refused: refused && { ...refused, message: told(refused.message) },
    async press(command) {
      setSending(true);
      setRefused(null);
      const reply = await connection.send(command);
      setSending(false);
      if (!reply.ok) setRefused(reply.rejection);
      return reply.ok;
    },
  };
}
