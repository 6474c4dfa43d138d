import { z } from 'zod';
import { foldLogin } from './member';
import { readRoles, type Role } from './role';

/** Somebody as the organisation's provider of identities knows them. */
export interface Account {
  /** The provider's own name for them: never given to another. */
  readonly subject: string;
  readonly name: string;
  /** An address the provider vouches for, in small letters. */
  readonly address: string | undefined;
  readonly groups: readonly string[];
}

/** Who of the organisation may enter, and with which roles. */
export interface AdmissionRules {
  /** Addresses, or whole domains as `@clinic.example`, in small letters. */
  readonly allowed: readonly string[];
  /** A group of the organisation and the roles it gives. */
  readonly groups: readonly { readonly group: string; readonly roles: readonly Role[] }[];
}

/** What an account may do. `given`: as its groups say, at each signing in anew. `own`: what the console says, at first reading. */
export type Admission =
  { readonly kind: 'given'; readonly roles: readonly Role[] } | { readonly kind: 'own' } | { readonly kind: 'refused' };

const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  preferred_username: z.string().optional(),
});

/**
 * Reads the claims of an ID token that has been verified. The address counts where the provider says it is verified.
 * Entra ID never says so: there the name of signing in counts, which only its administrators give.
 */
export function readAccount(token: unknown, groupsClaim: string): Account | undefined {
  const { data } = claims.safeParse(token);
  if (data === undefined) return undefined;
  const vouched = data.email_verified === undefined ? data.preferred_username : data.email;
  const address = data.email_verified === false || !vouched?.includes('@') ? undefined : foldLogin(vouched);
  const groups = z.array(z.string()).safeParse((token as Readonly<Record<string, unknown>>)[groupsClaim]).data ?? [];
  const name = (data.name ?? address ?? data.preferred_username ?? data.sub).replace(/\s+/gu, ' ').trim();
  return { subject: `${data.iss} ${data.sub}`, name: name.slice(0, 60), address, groups };
}

/** Whether somebody may enter. Groups go before addresses. Pure. */
export function admit({ address, groups }: Account, rules: AdmissionRules): Admission {
  const given = rules.groups.filter(({ group }) => groups.includes(group)).flatMap(({ roles }) => roles);
  if (given.length > 0) return { kind: 'given', roles: readRoles(given) };
  const domain = address?.slice(address.lastIndexOf('@'));
  const isAllowed = address !== undefined && rules.allowed.some((one) => one === address || one === domain);
  return isAllowed ? { kind: 'own' } : { kind: 'refused' };
}
