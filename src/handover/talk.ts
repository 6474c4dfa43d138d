import type { Ending } from './ending';

/** Where a patient can be reached. Plain JSON, so that it can be kept. */
export interface PatientPlace {
  readonly channelId: string;
  readonly conversationId: string;
  readonly userId: string;
  /** How the channel addresses the two; undefined for the site's own chat. */
  readonly reference?: Readonly<Record<string, unknown>> | undefined;
}

/** Somebody of the staff, as a patient is told. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  /** The conversation of the staff in which a talk was taken; undefined: the console. */
  readonly thread?: string | undefined;
}

/** `waiting`: asked for a person; `taken`: one has it, and the assistant is silent; `ended`: nobody writes in it any more. */
export type TalkState = 'waiting' | 'taken' | 'ended';

/** What the patient was told of the silence: each is said once. */
export type Told = 'still-waiting' | 'silence';

/** A talk of a patient with a person, from the request to its end. Times are milliseconds since 1970. */
export interface Talk {
  readonly id: string;
  readonly place: PatientPlace;
  readonly state: TalkState;
  /** Topic the patient asked about last. */
  readonly topic: string | undefined;
  /** Who has it; undefined while nobody does. */
  readonly owner: Colleague | undefined;
  /** Whether an urgent sign was heard in it. */
  readonly urgent: boolean;
  readonly requestedAt: number;
  readonly takenAt: number | undefined;
  /** When the staff wrote first. */
  readonly answeredAt: number | undefined;
  /** When the patient wrote last. */
  readonly patientAt: number;
  /** When the staff wrote last. */
  readonly staffAt: number | undefined;
  readonly told: Told | undefined;
  readonly endedAt: number | undefined;
  readonly ending: Ending | undefined;
}

/** Who wrote something: a note is read by the staff alone, and so is an event, whose text is its name. */
export type Author = 'patient' | 'assistant' | 'staff' | 'note' | 'event';

/** What the staff's screen tells between the messages. */
export const EVENTS = ['requested', 'taken', 'urgent', 'edited', 'freed', 'given-back', 'file', 'silence'] as const;

/** Something written in a talk. */
export interface TalkMessage {
  /** Grows within a talk. */
  readonly number: number;
  readonly author: Author;
  /** Of the staff member who wrote it; empty for others. */
  readonly name: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A message to be kept: a second one of the same key is not kept again. */
export interface NewMessage {
  readonly key: string;
  readonly author: Author;
  readonly name?: string;
  readonly text: string;
}
