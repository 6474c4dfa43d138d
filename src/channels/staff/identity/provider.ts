import type { Account, AdmissionRules } from '../../../staff/identity/account';

/** What ties the two halves of a signing in together; known to this browser and this server alone. */
export interface Ties {
  readonly state: string;
  readonly nonce: string;
  /** Proof key: whoever steals the code cannot use it. */
  readonly verifier: string;
}

/** The organisation's provider of identities (OpenID Connect). */
export interface Provider {
  readonly rules: AdmissionRules;
  /** Where somebody signs in there. @throws where the provider cannot be reached */
  begin(callback: string, ties: Ties): Promise<string>;
  /**
   * Who came back.
   *
   * @param arrived the callback's address with what the provider put behind it
   * @throws where anything does not fit
   */
  finish(arrived: URL, ties: Ties): Promise<Account>;
}
