import { ApiError } from '@sojourn/shared/http/api';
import { err, ok, type Result } from '@sojourn/shared/result';
import type { z } from 'zod';
import { t, told } from '../language/index.ts';

const offline = (): ApiError => ({
  code: 'offline',
  message: t('The server does not answer. Check your connection and try again.'),
});

/** One REST request to our own server. Network faults and refusals come back as values, in words. */
export async function request<S extends z.ZodType>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  reply: S,
  body?: unknown,
): Promise<Result<z.infer<S>, ApiError>> {
  try {
    const response = await fetch(path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const json: unknown = response.status === 204 ? {} : await response.json();
    if (response.ok) return ok(reply.parse(json));
    const fault = ApiError.safeParse(json);
    return err(fault.success ? { ...fault.data, message: told(fault.data.message) } : offline());
  } catch {
    return err(offline());
  }
}
