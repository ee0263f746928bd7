import type { ApiError } from '@sojourn/shared/http/api';
import type { Rejection, RejectionCode } from '@sojourn/shared/rejection';
import type { ErrorRequestHandler, Response } from 'express';
import type { z } from 'zod';
import { isDatabaseDown } from '../db/database.ts';
import type { Logger } from '../logger.ts';
import { words } from '@sojourn/shared/words';

export function refuse(response: Response, status: number, error: ApiError): void {
  response.status(status).json(error);
}

/** Every fault of an input at once, each at its field. */
export function refuseInvalid(response: Response, error: z.ZodError): void {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.') || 'body'] ??= issue.message;
  const message = Object.values(fields)[0] ?? words('This input is not understood.');
  refuse(response, 400, { code: 'invalid', message, fields });
}

const STATUS: Record<RejectionCode, number> = {
  invalid: 400,
  not_allowed: 403,
  not_admitted: 403,
  not_found: 404,
  wrong_phase: 409,
  illegal_move: 409,
  stale: 409,
  session_over: 409,
  not_waiting: 409,
  guard_unmet: 409,
  presence_needed: 409,
  orders_overlap: 409,
  old_version: 409,
  unavailable: 503,
};

/** A refusal of a decider, at its field where it has one. */
export function refuseRejection(response: Response, rejection: Rejection): void {
  const { code, message, field, missing } = rejection;
  refuse(response, STATUS[code], {
    code,
    message,
    ...(field === undefined ? {} : { fields: { [field]: message } }),
    ...(missing === undefined ? {} : { missing }),
  });
}

/** The one error handler: what arrives here is a bug or an outage, not a refusal. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const { path } = (request.route ?? {}) as { path?: unknown };
    const route = typeof path === 'string' ? path : 'unmatched';
    if (isDatabaseDown(error)) {
      logger.warn({ route, err: error }, 'database unavailable');
      const message = words(
        'The server cannot reach its database. Nothing was done; try again soon.',
      );
      return refuse(response, 503, { code: 'unavailable', message });
    }
    // body-parser's own refusals: malformed JSON, too large.
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
    if (status >= 400 && status < 500) {
      return refuse(response, status, {
        code: 'invalid',
        message: words('This request is not understood.'),
      });
    }
    logger.error({ route, err: error }, 'a request failed');
    const message = words('Something went wrong on the server. Nothing was done.');
    refuse(response, 500, { code: 'unavailable', message });
  };
}
