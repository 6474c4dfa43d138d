import type { Member } from '../../staff/identity/member';
import type { Role } from '../../staff/identity/role';
import type { Html } from '../../text/html';
import type { Language } from './language';
import type { StaffForm } from './staff-form';

/** An HTTP request to the console: free of any web framework. */
export interface RawStaffRequest {
  readonly method: 'GET' | 'POST';
  /** With its query. */
  readonly url: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Undefined where there is none. */
  readonly body: Buffer | 'too-large' | undefined;
  readonly remoteAddress: string;
}

/** How a visitor has come. */
export interface Visit {
  /** Scheme and host of the console as the visitor's browser sees it. */
  readonly origin: string;
  /** Whether the browser came over https; otherwise only this machine itself is served. */
  readonly secure: boolean;
  readonly remoteAddress: string;
  readonly language: Language;
}

/** A request after the guard: who asks, and what with. */
export interface StaffRequest {
  readonly path: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly form: StaffForm;
  /** The file of the form, where it has one. */
  readonly file: Buffer | undefined;
  readonly visit: Visit;
  /** What each form of the page must carry. */
  readonly formToken: string;
}

/** A request of somebody signed in. */
export interface MemberRequest extends StaffRequest {
  readonly member: Member;
  /** Hash of the session. */
  readonly session: string;
}

/** What goes back. */
export type StaffReply = {
  /** Values of `Set-Cookie`. */
  readonly cookies?: readonly string[];
} & (
  | {
      readonly kind: 'page';
      readonly status?: number;
      readonly page: Html;
      /** Whether pages of the console show it in a frame; no other page of anybody may. */
      readonly isFrame?: true;
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'json'; readonly status?: number; readonly body: unknown }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly bytes: Buffer }
);

interface Address {
  readonly method: 'GET' | 'POST';
  /** Path with `:name` for its changing parts. */
  readonly path: string;
  /** Largest body in bytes; default 512 kB. */
  readonly maxBodyBytes?: number;
}

/** An address of the console, with the role it needs beside it; `visitor`: nobody has to have signed in. */
export type StaffRoute =
  | (Address & { readonly needs: Role; readonly handle: (request: MemberRequest) => Promise<StaffReply> })
  | (Address & { readonly needs: 'visitor'; readonly handle: (request: StaffRequest) => Promise<StaffReply> });
