import { recordRefusal } from '@sojourn/shared/care/can';
import { ClientRecord } from '@sojourn/shared/care/client-record';
import type { Language } from '@sojourn/shared/language';
import type { UsState } from '@sojourn/shared/care/us-state';
import { err, ok, type Result } from '@sojourn/shared/result';
import { faultsOf, faultsOfRejection, type Faults } from '../../connection/faults.ts';
import { faultsOfPart, textOrNull } from '../../connection/form-model.ts';
import { listed, t } from '../../language/index.ts';

export interface ContactDraft {
  name: string;
  relation: string;
  phone: string;
  language: Language;
}

/** What stands in the record's form, as typed; by the paths of the record. */
export interface RecordDraft {
  firstName: string;
  birthDate: string;
  phone: string;
  'home.street': string;
  'home.city': string;
  'home.state': UsState | null;
  'home.zip': string;
  'home.doorNotes': string;
  dispatchLine: string;
  emergencyContacts: readonly ContactDraft[];
  'chaperone.name': string;
  'chaperone.phone': string;
  allergies: string;
  conditions: string;
}

export const MOST_CONTACTS = 4;
export const NEW_CONTACT: ContactDraft = { name: '', relation: '', phone: '', language: 'en' };

export const draftOf = (record: ClientRecord): RecordDraft => ({
  firstName: record.firstName,
  birthDate: record.birthDate ?? '',
  phone: record.phone ?? '',
  'home.street': record.home?.street ?? '',
  'home.city': record.home?.city ?? '',
  'home.state': record.home?.state ?? null,
  'home.zip': record.home?.zip ?? '',
  'home.doorNotes': record.home?.doorNotes ?? '',
  dispatchLine: record.dispatchLine ?? '',
  emergencyContacts: record.emergencyContacts.map((contact) => ({
    ...contact,
    relation: contact.relation ?? '',
    language: contact.language ?? 'en',
  })),
  'chaperone.name': record.chaperone?.name ?? '',
  'chaperone.phone': record.chaperone?.phone ?? '',
  allergies: record.allergies ?? '',
  conditions: record.conditions ?? '',
});

/** A new client: the first name is enough to begin. */
export const newRecord = (firstName: string): ClientRecord => ({
  firstName,
  birthDate: null,
  phone: null,
  home: null,
  dispatchLine: null,
  emergencyContacts: [],
  chaperone: null,
  allergies: null,
  conditions: null,
});

const isEmpty = (texts: readonly (string | null)[]): boolean =>
  texts.every((text) => textOrNull(text ?? '') === null);

/** Without the contacts that were begun and left empty. */
export const tidied = (draft: RecordDraft): RecordDraft => ({
  ...draft,
  emergencyContacts: draft.emergencyContacts.filter(
    ({ name, relation, phone }) => !isEmpty([name, relation, phone]),
  ),
});

function recordOf(draft: RecordDraft) {
  const home = {
    street: draft['home.street'],
    city: draft['home.city'],
    state: draft['home.state'],
    zip: draft['home.zip'],
    doorNotes: textOrNull(draft['home.doorNotes']),
  };
  const chaperone = { name: draft['chaperone.name'], phone: draft['chaperone.phone'] };
  return {
    firstName: draft.firstName,
    birthDate: textOrNull(draft.birthDate),
    phone: textOrNull(draft.phone),
    home: isEmpty(Object.values(home)) ? null : home,
    dispatchLine: textOrNull(draft.dispatchLine),
    emergencyContacts: draft.emergencyContacts.map(({ language, ...contact }) => ({
      ...contact,
      relation: textOrNull(contact.relation),
      ...(language !== 'en' && { language }),
    })),
    chaperone: isEmpty(Object.values(chaperone)) ? null : chaperone,
    allergies: textOrNull(draft.allergies),
    conditions: textOrNull(draft.conditions),
  };
}

/** The record, or what is wrong at each field, all at once. What was left empty is null. */
export function readRecord(draft: RecordDraft, now: number): Result<ClientRecord, Faults> {
  const parsed = ClientRecord.safeParse(recordOf(draft));
  const refused = recordRefusal(textOrNull(draft.birthDate), now);
  const faults = {
    ...(parsed.success ? {} : faultsOf(parsed.error)),
    ...(refused ? faultsOfPart(faultsOfRejection(refused), 'record') : {}),
  };
  return parsed.success && !refused ? ok(parsed.data) : err(faults);
}

/** What a dosing session will ask for and the record does not have (GD1); null when it has it all. */
export function lackingWords({
  phone,
  chaperone,
  emergencyContacts,
  dispatchLine,
}: ClientRecord): string | null {
  const lacking = [
    ...(phone ? [] : [t('the client’s phone')]),
    ...(chaperone ? [] : [t('the chaperone')]),
    ...(emergencyContacts.length > 0 ? [] : [t('an emergency contact')]),
    ...(dispatchLine ? [] : [t('the local dispatch line')]),
  ];
  return lacking.length === 0
    ? null
    : t('For a dosing session it still needs {what}.', { what: listed(lacking) });
}
