import type { ApiError } from '@sojourn/shared/http/api';
import type { ErrorRequestHandler, Response } from 'express';
import type { z } from 'zod';
import { isDatabaseDown } from '../db/database.ts';
import type { Logger } from '../logger.ts';

export function refuse(response: Response, status: number, error: ApiError): void {
  response.status(status).json(error);
}

/** Every fault of an input at once, each at its field. */
export function refuseInvalid(response: Response, error: z.ZodError): void {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.') || 'body'] ??= issue.message;
  const message = Object.values(fields)[0] ?? 'This input is not understood.';
  refuse(response, 400, { code: 'invalid', message, fields });
}

/** The one error handler: what arrives here is a bug or an outage, not a refusal. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const { path } = (request.route ?? {}) as { path?: unknown };
    const route = typeof path === 'string' ? path : 'unmatched';
    if (isDatabaseDown(error)) {
      logger.warn({ route, err: error }, 'database unavailable');
      const message = 'The server cannot reach its database. Nothing was done; try again soon.';
      return refuse(response, 503, { code: 'unavailable', message });
    }
    // body-parser's own refusals: malformed JSON, too large.
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
    if (status >= 400 && status < 500) {
      return refuse(response, status, {
        code: 'invalid',
        message: 'This request is not understood.',
      });
    }
    logger.error({ route, err: error }, 'a request failed');
    const message = 'Something went wrong on the server. Nothing was done.';
    refuse(response, 500, { code: 'unavailable', message });
  };
}
