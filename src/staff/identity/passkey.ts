/** A key of one device of a member: what is kept proves who they are and tells nobody the key itself. */
export interface Passkey {
  /** As the device names it. */
  readonly id: string;
  readonly memberId: string;
  /** base64url. */
  readonly publicKey: string;
  /** How often it was used, where the device counts. */
  readonly counter: number;
  /** How the device is reached ("internal", "hybrid" …). */
  readonly transports: readonly string[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}
