import { EventEmitter } from 'node:events';

import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { KeptEntry } from '../../bot/ports/conversation-log';
import type { Tables } from './tables';

/**
 * What instances tell one another: new activities in a conversation, a place in its queue set free, content published,
 * something new in a talk with the staff, somebody of the staff writing to a patient of the site's chat,
 * a chat of the staff that gets talks, or no more.
 */
export const TOPICS = ['activities', 'turns', 'content', 'talks', 'writing', 'places'] as const;
export type Topic = (typeof TOPICS)[number];

/** Wakes whoever waits for news of one conversation, in this process and in others that share the database. */
export interface Signals {
  /** Within a transaction: other instances hear of it once it is committed. */
  announce(write: Kysely<Tables>, topic: Topic, key: string): Promise<void>;
  /** The same as an expression, for a statement that does more besides. */
  announcement(topic: Topic, key: string): RawBuilder<unknown>;
  /** After the commit: this process hears of it, and perhaps what it is. */
  tell(topic: Topic, key: string, news?: KeptEntry): void;
  /** Calls `listener` at news, and when news may have been missed; returns what ends that. It must not throw. */
  listen(topic: Topic, key: string, listener: (news?: KeptEntry) => void): () => void;
  close(): Promise<void>;
}

/** The listeners of this process. */
export interface LocalSignals {
  tell(topic: Topic, key: string, news?: KeptEntry): void;
  /** Wakes everyone: news may have been missed. */
  tellAll(): void;
  listen(topic: Topic, key: string, listener: (news?: KeptEntry) => void): () => void;
}

/** Creates the listeners of this process. */
export const createLocalSignals = (): LocalSignals => {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    tell: (topic, key, news) => void emitter.emit(`${topic}:${key}`, news),
    tellAll: () => {
      for (const name of emitter.eventNames()) emitter.emit(name);
    },
    listen: (topic, key, listener) => {
      const name = `${topic}:${key}`;
      emitter.on(name, listener);
      return () => void emitter.off(name, listener);
    },
  };
};

/** Signals of a database that only this process uses. */
export const createProcessSignals = (): Signals => {
  const local = createLocalSignals();
  return { ...local, announce: () => Promise.resolve(), announcement: () => sql`0`, close: () => Promise.resolve() };
};
