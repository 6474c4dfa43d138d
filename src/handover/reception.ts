/** When somebody of the staff was last heard of. Times are milliseconds since 1970. */
interface Presence {
  readonly memberId: string;
  readonly name: string;
  /** Whether they take talks. */
  readonly isOn: boolean;
  readonly seenAt: number;
}

/** Who of the staff takes talks at this moment. */
export interface Reception {
  /** Whether anybody may ever: until then a patient gets the clinic's numbers. */
  isStaffed(): Promise<boolean>;
  /** Whether somebody takes talks now. */
  isAvailable(): Promise<boolean>;
  /** Everybody heard of lately. */
  presences(): Promise<readonly Presence[]>;
  switch(member: { readonly id: string; readonly name: string }, isOn: boolean): Promise<void>;
  /** A console of theirs is open. */
  see(member: { readonly id: string; readonly name: string }): Promise<void>;
}
