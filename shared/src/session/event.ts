import { z } from 'zod';
import { CareFacts } from '../care/facts.ts';
import type { Recorded } from '../recorded.ts';
import { AlertEvent } from './alert.ts';
import { CallEvent } from './call.ts';
import { DeliveryEvent } from './delivery.ts';
import { DoseEvent } from './dose.ts';
import { DrillEvent } from './drill.ts';
import { LineEvent } from './line.ts';
import { MoveEvent } from './move.ts';
import { MusicEvent } from './music.ts';
import { PaceEvent } from './pace.ts';
import { PapersEvent } from './papers.ts';
import { PeopleEvent } from './people.ts';
import { SessionKind } from './phase.ts';
import { PromptEvent } from './prompt.ts';
import { PulseEvent } from './pulse.ts';
import { ReleaseEvent } from './release.ts';
import { VitalsEvent } from './vitals.ts';
import { WatchEvent } from './watch.ts';

const CreatedPerson = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  mediaIdentity: z.string(),
});

export const SessionCreated = z.object({
  type: z.literal('session.created'),
  sessionId: z.string(),
  kind: SessionKind,
  practiceName: z.string(),
  scheduledAt: z.int(),
  people: z.object({ therapist: CreatedPerson, client: CreatedPerson, chaperone: CreatedPerson }),
  rooms: z.object({
    opening: z.string(),
    therapy: z.string(),
    closing: z.string(),
    /** Absent in sessions from before there was a line. */
    line: z.string().optional(),
  }),
  /** Absent in sessions from before there were client records. */
  care: CareFacts.optional(),
});
export type SessionCreated = z.infer<typeof SessionCreated>;

/** The course of care changed: what the session's guards decide by from now on. */
export const CareNoted = z.object({ type: z.literal('care.noted'), care: CareFacts });
export type CareNoted = z.infer<typeof CareNoted>;

/** What happened. Past tense, append-only: a later event corrects, nothing is overwritten (ES4). */
export const SessionEvent = z.discriminatedUnion('type', [
  SessionCreated,
  CareNoted,
  MoveEvent,
  PeopleEvent,
  PapersEvent,
  DrillEvent,
  VitalsEvent,
  DoseEvent,
  WatchEvent,
  ReleaseEvent,
  PromptEvent,
  MusicEvent,
  PaceEvent,
  AlertEvent,
  DeliveryEvent,
  PulseEvent,
  CallEvent,
  LineEvent,
]);
export type SessionEvent = z.infer<typeof SessionEvent>;
export type EventType = SessionEvent['type'];

/** An event as it stands in the record of a session. */
export type RecordedEvent = Recorded<SessionEvent>;
