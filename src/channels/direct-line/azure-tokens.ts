import { z } from 'zod';

/** A token for a chat, from whoever serves it. */
interface ChatToken {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** Where the chat is served: the `domain` of Direct Line clients. */
  readonly domain: string;
}

/** Asks Azure for a token; undefined when Azure does not give one in time. */
export type AskAzure = (userId: string, trustedOrigins: readonly string[]) => Promise<ChatToken | undefined>;

interface Dependencies {
  /** Shown by Azure under Channels, Direct Line. It goes to Azure and nowhere else. */
  readonly secret: string;
  /** Default `https://directline.botframework.com/v3/directline`; regional: `https://europe.directline…`. */
  readonly baseUrl?: string;
  /** Milliseconds to wait for Azure. Default 10,000, half of what Direct Line clients wait. */
  readonly timeoutMs?: number;
  /** Told why Azure gave no token: a status or the name of an error, never the secret. */
  readonly onFailure: (reason: string) => void;
}

/** Where Azure serves Direct Line, in any region: what a page that talks with it has to be allowed. */
export const AZURE_HOSTS = ['https://*.botframework.com', 'wss://*.botframework.com'];

const AZURE = 'https://directline.botframework.com/v3/directline';
const TIMEOUT_MS = 10_000;

const azureAnswer = z.object({
  conversationId: z.string().min(1),
  token: z.string().min(1),
  expires_in: z.number().positive(),
});

/** Tokens of Azure Direct Line: the page gets one through this server, so that the secret never leaves it. */
export function createAzureTokens({
  secret,
  baseUrl = AZURE,
  timeoutMs = TIMEOUT_MS,
  onFailure,
}: Dependencies): AskAzure {
  return async (userId, trustedOrigins) => {
    try {
      const response = await fetch(`${baseUrl}/tokens/generate`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ user: { id: userId }, ...(trustedOrigins.length > 0 && { trustedOrigins }) }),
        // A redirect would carry the secret to wherever it points.
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!response.ok) {
        onFailure(`status ${response.status}`);
        return undefined;
      }
      const read = azureAnswer.safeParse(await response.json());
      if (!read.success) {
        onFailure('an answer of another form');
        return undefined;
      }
      const { conversationId, token, expires_in: expiresIn } = read.data;
      return { conversationId, token, expiresIn, domain: baseUrl };
    } catch (error) {
      onFailure(readName(error));
      return undefined;
    }
  };
}

/** The name of an error alone: its message may quote what was sent. */
function readName(error: unknown): string {
  const { name } = (error ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' ? name : 'unknown';
}
