import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What is counted; no label ever holds anything about a person. */
export interface Metrics {
  /** Everything, in the Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
  /** One answered HTTP request. The route is a pattern of ours, never the path as asked. */
  request(method: string, route: string, status: number): void;
  /** One finished turn of the bot. */
  turn(channel: string, seconds: number): void;
  /** A figure that is asked for whenever the metrics are read; it is left out where it cannot be had. */
  gauge(name: string, help: string, read: () => Promise<number>): void;
  /** What became of one message of a patient. */
  outcome(outcome: TurnOutcome): void;
  /** Said in place of a turn: the database could not serve, or the turn failed. Such a message has an outcome, too. */
  bareAnswer(outcome: TurnOutcome): void;
  /** One request that was refused, where and why; both are of fixed lists. */
  refused(door: 'messages' | 'chat', reason: string): void;
  /** One statement the database was asked for; `fault` is what it failed by. */
  storage(seconds: number, fault: string | undefined): void;
  /** One reply that could not be delivered. */
  undelivered(channel: string): void;
  /** One talk of a patient with the staff is over; how, is one of a fixed list. */
  talkEnded(ending: string): void;
  /** The staff wrote first in a talk, so long after it was asked for. */
  talkAnswered(milliseconds: number): void;
}

/** What a message can come to. */
const TURN_OUTCOMES = [
  'answered',
  'offered',
  'unanswered',
  'urgent',
  'social',
  'check',
  'person',
  'command',
  'apology',
  /** Nothing was to be said: a person has the talk. */
  'silent',
] as const;
export type TurnOutcome = (typeof TURN_OUTCOMES)[number];

/** Channels worth a label of their own: the id comes from the request, so any other is `other`. */
const CHANNELS = new Set(['msteams', 'directline', 'webchat', 'emulator']);

const labelOf = (channel: string): string => (CHANNELS.has(channel) ? channel : 'other');

/** Creates the counters. `inProgress` is asked whenever the metrics are read; `build` names the program. */
export function createMetrics(inProgress: () => number, build: Readonly<Record<string, string>> = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'prp_http_requests_total',
    help: 'Answered HTTP requests',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const turns = new Histogram({
    name: 'prp_turn_seconds',
    help: 'Time from a received message to the end of the turn',
    labelNames: ['channel'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const outcomes = new Counter({
    name: 'prp_turns_total',
    help: 'Messages of patients by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  // So that a rate can be told of what has not happened yet.
  for (const outcome of TURN_OUTCOMES) outcomes.inc({ outcome }, 0);
  const bareAnswers = new Counter({
    name: 'prp_bare_answers_total',
    help: 'Messages answered in place of a turn, of prp_turns_total: the database could not serve, or the turn failed',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of ['urgent', 'person', 'apology']) bareAnswers.inc({ outcome }, 0);
  const refusals = new Counter({
    name: 'prp_requests_refused_total',
    help: 'Refused requests by door and reason',
    labelNames: ['door', 'reason'],
    registers,
  });
  const storage = new Histogram({
    name: 'prp_storage_seconds',
    help: 'Time of one statement of the database',
    buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers,
  });
  const storageErrors = new Counter({
    name: 'prp_storage_errors_total',
    help: 'Statements the database did not do, by why',
    labelNames: ['fault'],
    registers,
  });
  const undelivered = new Counter({
    name: 'prp_replies_undelivered_total',
    help: 'Replies that a channel did not take',
    labelNames: ['channel'],
    registers,
  });
  const talks = new Counter({
    name: 'prp_talks_ended_total',
    help: 'Talks of patients with the staff that are over, by how they ended',
    labelNames: ['ending'],
    registers,
  });
  const answers = new Histogram({
    name: 'prp_talk_first_answer_seconds',
    help: 'Time from the request for a person to the first answer',
    buckets: [15, 30, 60, 120, 300, 600],
    registers,
  });
  new Gauge({
    name: 'prp_turns_in_progress',
    help: 'Turns being answered',
    registers,
    collect() {
      this.set(inProgress());
    },
  });
  new Gauge({
    name: 'prp_build_info',
    help: 'Which program this is: 1, with its version and commit',
    labelNames: Object.keys(build),
    registers,
  }).set({ ...build }, 1);
  const gauge = (name: string, help: string, read: () => Promise<number>): void => {
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const value = await read().catch(() => undefined);
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  };
  return {
    gauge,
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: (method, route, status) => requests.inc({ method, route, status }),
    turn: (channel, seconds) => turns.observe({ channel: labelOf(channel) }, seconds),
    outcome: (outcome) => outcomes.inc({ outcome }),
    bareAnswer: (outcome) => bareAnswers.inc({ outcome }),
    refused: (door, reason) => refusals.inc({ door, reason }),
    storage: (seconds, fault) => {
      if (fault === undefined) storage.observe(seconds);
      else storageErrors.inc({ fault });
    },
    undelivered: (channel) => undelivered.inc({ channel: labelOf(channel) }),
    talkEnded: (ending) => talks.inc({ ending }),
    talkAnswered: (milliseconds) => answers.observe(milliseconds / 1000),
  };
}
