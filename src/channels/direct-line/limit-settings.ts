/** How many points (requests) a key may use in a number of seconds. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

/** Bounds that keep one visitor, or many, from using up the server. Each can be set when the Direct Line is made. */
export interface LimitSettings {
  /**
   * Tokens and new conversations per address (IPv6: per /64 network); a chat takes one of each. Default 120 in 10 minutes:
   * a waiting room or a mobile operator shares one address. Lower shuts such visitors out.
   */
  readonly startsPerAddress: Rate;
  /** The same over a day. Default 1,000: it takes hundreds of addresses to use up the room for conversations. */
  readonly startsPerDay: Rate;
  /**
   * The same per network (IPv4: 256 addresses, IPv6: a /48) over hours. Default 3,000 in 6 hours, a large town's visitors
   * behind one mobile operator: with the hour an empty conversation lives, it takes a hundred networks to use up the room.
   */
  readonly startsPerNetwork: Rate;
  /**
   * Renewals and reconnections per address. Default 600 in 10 minutes: after a restart every open chat behind a shared
   * address comes back within 15 seconds. Lower: some see their chat recover late.
   */
  readonly renewalsPerAddress: Rate;
  /**
   * Messages and events per conversation. Default 20 in 10 seconds: quick buttons and a queue sent after a tunnel pass;
   * a held-down Enter key does not.
   */
  readonly messagesPerConversation: Rate;
  /**
   * The same over a longer time. Default 400 an hour, far above any talk a person has (an eligibility check is about 12
   * messages): it bounds what one visitor can make this server store.
   */
  readonly messagesPerHour: Rate;
  /**
   * Reads of the transcript and "is typing" signs per conversation. Default 60 in 10 seconds: polling clients ask at most
   * five times a second.
   */
  readonly smallPerConversation: Rate;
  /** Open streams per address. Default 300: two tabs each for a full waiting room behind one address. */
  readonly streamsPerAddress: number;
  /** Open streams per conversation. Default 10; tabs of one browser. */
  readonly streamsPerConversation: number;
  /** Open streams in all. Default 10,000: up to 1 GB of memory (27 to 90 kB a chat, measured with 2,000 open ones). */
  readonly streams: number;
  /** Kept conversations in all. Default 200,000; beyond it new visitors read a sentence. Retention makes room again. */
  readonly conversations: number;
  /** Characters of one message. Default 2,000: about a page. The bot reads questions, not letters. */
  readonly messageCharacters: number;
  /** Bytes of one posted activity. Default 10 kB: 2,000 Arabic letters take 4 kB, what Web Chat adds 1 kB. */
  readonly activityBytes: number;
  /** Frames a client may send per ten seconds. Default 30; clients send one empty frame in 20 seconds. */
  readonly framesPerTenSeconds: number;
  /**
   * Seconds between heartbeats on a stream. Default 20, below the 30 to 60 seconds after which proxies cut quiet
   * connections. A stream that answered none of two is taken for dead.
   */
  readonly heartbeatSeconds: number;
}

export const LIMIT_DEFAULTS: LimitSettings = {
  startsPerAddress: { points: 120, seconds: 600 },
  startsPerDay: { points: 1_000, seconds: 86_400 },
  startsPerNetwork: { points: 3_000, seconds: 6 * 3_600 },
  renewalsPerAddress: { points: 600, seconds: 600 },
  messagesPerConversation: { points: 20, seconds: 10 },
  messagesPerHour: { points: 400, seconds: 3600 },
  smallPerConversation: { points: 60, seconds: 10 },
  streamsPerAddress: 300,
  streamsPerConversation: 10,
  streams: 10_000,
  conversations: 200_000,
  messageCharacters: 2_000,
  activityBytes: 10 * 1024,
  framesPerTenSeconds: 30,
  heartbeatSeconds: 20,
};
