import type { ApiError } from '@sojourn/shared/http/api';
import { unreachable } from '@sojourn/shared/result';
import type { RejectionCode } from '@sojourn/shared/session/rejection';
import type { ErrorRequestHandler, Response } from 'express';
import type { z } from 'zod';
import { isDatabaseDown } from '../db/database.ts';
import type { Logger } from '../logger.ts';

/** The one map from a refusal to an HTTP status. */
export function statusOf(code: RejectionCode): number {
  switch (code) {
    case 'invalid':
      return 400;
    case 'not_allowed':
    case 'not_admitted':
      return 403;
    case 'not_found':
      return 404;
    case 'wrong_phase':
    case 'illegal_move':
    case 'stale':
    case 'session_over':
    case 'not_waiting':
    case 'chaperone_not_connected':
    case 'client_not_connected':
    case 'presence_needed':
    case 'alerts_open':
      return 409;
    case 'unavailable':
      return 503;
    default:
      return unreachable(code);
  }
}

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
  return (error, request, response, _next) => {
    const route = String(request.route?.path ?? 'unmatched');
    if (isDatabaseDown(error)) {
      logger.warn({ route, err: error }, 'database unavailable');
      const message = 'The server cannot reach its database. Nothing was done; try again soon.';
      return refuse(response, 503, { code: 'unavailable', message });
    }
    const status = Number(error?.status);
    if (status >= 400 && status < 500) {
      return refuse(response, status, { code: 'invalid', message: 'This request is not understood.' });
    }
    logger.error({ route, err: error }, 'a request failed');
    const message = 'Something went wrong on the server. Nothing was done.';
    refuse(response, 500, { code: 'unavailable', message });
  };
}
