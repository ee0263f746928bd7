import { z } from 'zod';
import { NOT_UNDERSTOOD } from './api.ts';
import { words } from '../words.ts';

/** The chaperone's browser takes push messages: what its push service gave it (RFC 8291). */
export const PushSubscribeRequest = z.object(
  {
    subscription: z.object(
      {
        endpoint: z.url(words('This browser’s push service is not known.')).max(2_000),
        keys: z.object({
          p256dh: z.string().regex(/^[\w-]{80,100}={0,2}$/, NOT_UNDERSTOOD),
          auth: z.string().regex(/^[\w-]{20,30}={0,2}$/, NOT_UNDERSTOOD),
        }),
      },
      NOT_UNDERSTOOD,
    ),
  },
  NOT_UNDERSTOOD,
);

export const PushKeyReply = z.object({ publicKey: z.string() });

/** From the service worker: the notification is shown, was tapped, or its "I'm going" was. */
export const PushAnswerRequest = z.object(
  {
    token: z.string().regex(/^[\w-]{10,64}$/, NOT_UNDERSTOOD),
    answer: z.enum(['shown', 'opened', 'going'], NOT_UNDERSTOOD),
  },
  NOT_UNDERSTOOD,
);
