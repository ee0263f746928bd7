import { CreateSessionRequest } from '@sojourn/shared/http/api';
import { err, ok, type Result } from '@sojourn/shared/result';
import type { SessionKind } from '@sojourn/shared/session/phase';
import { fromLocalInput } from './session-words.ts';

/** What stands in the form's fields, as typed. */
export interface NewSessionForm {
  kind: SessionKind;
  clientName: string;
  at: string;
  chaperoneName: string;
  chaperonePhone: string;
}

export type FieldErrors = Partial<Record<string, string>>;

/** The request, or what is wrong at each field. The same schema as the server's. */
export function readForm(form: NewSessionForm): Result<CreateSessionRequest, FieldErrors> {
  const typed = (text: string) => (text.trim() === '' ? undefined : text);
  const parsed = CreateSessionRequest.safeParse({
    kind: form.kind,
    clientName: form.clientName,
    scheduledAt: fromLocalInput(form.at),
    chaperoneName: typed(form.chaperoneName),
    chaperonePhone: typed(form.chaperonePhone),
  });
  if (parsed.success) return ok(parsed.data);
  const errors: FieldErrors = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return err(errors);
}
