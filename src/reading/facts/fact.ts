/** Something a person told of themselves, or of the one they ask for. */
export interface Fact {
  /** Its id in facts.yaml. */
  readonly id: string;
  readonly whom: 'self' | 'other';
  /** Days since a session, for the fact that tells of one. */
  readonly days?: number;
}

/** What a message tells, and what it takes back or denies. */
export interface FactsRead {
  readonly told: readonly Fact[];
  /** Ids of facts that were denied: "I am not pregnant". */
  readonly denied: readonly string[];
  /** Ids of facts whose words stand in it, told or not: "and the blood pressure?". */
  readonly named: readonly string[];
  /** It says something of somebody and asks nothing: "I use minoxidil", "my mother had a transplant". */
  readonly isStatement: boolean;
  /** It asks something, or supposes it. */
  readonly asks: boolean;
}
