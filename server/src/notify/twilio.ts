import twilio from 'twilio';
import type { TwilioConfig } from '../config.ts';
import type { Logger } from '../logger.ts';
import type { Message, Sender, Sent } from './channels.ts';
import { smsWords } from './words.ts';

/** Seconds that a phone rings: a voice mail that picks up later would count as an answer. */
const RING = 20;
/** ms */
const TIMEOUT = 8_000;
/** Twilio's codes for a number that no try will reach: invalid, not a mobile, blocked, not permitted. */
const REFUSED = new Set([21211, 21214, 21217, 21219, 21610, 21612, 21614, 21408, 21215, 13224]);

interface Parts {
  config: TwilioConfig;
  publicUrl: string;
  logger: Logger;
}

/** Text messages and calls by Twilio's API. What becomes of them comes back to `notify/routes.ts`. */
export function twilioSenders({ config, publicUrl, logger }: Parts): { sms: Sender; call: Sender } {
  const client = twilio(config.accountSid, config.authToken, {
    httpClient: new AtAddress(config.apiUrl),
  });
  const back = (what: string, token: string) => `${publicUrl}/api/twilio/${what}/${token}`;

  const tried = (
    channel: 'sms' | 'call',
    create: (message: Message) => Promise<unknown>,
  ): Sender => ({
    async send(message): Promise<Sent> {
      if (message.phone === null) return { ok: false, fault: 'no_number', again: false };
      try {
        await create(message);
        return { ok: true };
      } catch (err) {
        const { sessionId, alertId } = message;
        logger.warn({ sessionId, alertId, component: channel, err }, 'Twilio did not take it');
        const code = err instanceof Error && 'code' in err ? Number(err.code) : 0;
        return REFUSED.has(code)
          ? { ok: false, fault: 'number_refused', again: false }
          : { ok: false, fault: 'provider', again: true };
      }
    },
  });

  return {
    sms: tried('sms', ({ phone, token, wanted, language, sessionId }) =>
      client.messages.create({
        to: dialable(phone ?? ''),
        from: config.from,
        body: smsWords(wanted, language, `${publicUrl}/sessions/${sessionId}/chaperone`),
        statusCallback: back('status', token),
      }),
    ),
    call: tried('call', ({ phone, token }) =>
      client.calls.create({
        to: dialable(phone ?? ''),
        from: config.from,
        url: back('voice', token),
        method: 'POST',
        timeout: RING,
        statusCallback: back('status', token),
        statusCallbackMethod: 'POST',
        statusCallbackEvent: ['ringing', 'answered', 'completed'],
      }),
    ),
  };
}

/** As Twilio wants it; a number without a country is one of the practice's. */
function dialable(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (phone.trim().startsWith('+')) return `+${digits}`;
  return digits.length === 10 ? `+1${digits}` : `+${digits}`;
}

type Request = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0];

/** Twilio's client, at the address of the configuration: its own, or a test's recorder. */
class AtAddress extends twilio.RequestClient {
  readonly #address: string;
  constructor(address: string) {
    super({ timeout: TIMEOUT, autoRetry: false });
    this.#address = address;
  }
  override request<TData>(options: Request) {
    const { pathname, search } = new URL(options.uri);
    return super.request<TData>({
      ...options,
      uri: `${this.#address}${pathname}${search}`,
    } as never);
  }
}
