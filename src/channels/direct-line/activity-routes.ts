import { type RefusalCode, answer, refuse } from './answer';
import { authorize } from './authorize';
import type { ActivityBody, ActivityDraft, ConversationLog, KeptEntry } from '../../bot/ports/conversation-log';
import { UnknownConversationError } from '../../bot/ports/unknown-conversation-error';
import type { Conversations } from './conversations';
import type { LimitSettings } from './limit-settings';
import type { Limits } from './limits';
import type { Need } from './need';
import type { Party } from './party';
import { readPostedActivity, type PostedActivity } from './posted-activity';
import type { Route, RouteRequest, RouteResponse } from './route';
import type { DirectLineSentences } from './sentences';
import { isStorageTrouble } from './storage-trouble';
import type { TokenHolder, Tokens } from './tokens';
import { createActivityKey } from './unguessable';
import { isVisible } from './visible';
import { readWatermark } from './watermark';

interface Dependencies {
  readonly conversations: Pick<Conversations, 'begin'>;
  readonly log: Pick<ConversationLog, 'append' | 'readAfter'>;
  readonly tokens: Tokens;
  readonly limits: Limits;
  readonly settings: LimitSettings;
  readonly sentences: DirectLineSentences;
  readonly party: Party;
  /** Undefined: a message that cannot be kept is refused without an answer. */
  readonly need: Need | undefined;
  readonly onFailure: (error: unknown) => void;
  /** Has the bot answer, soon. */
  readonly wake: (conversationId: string) => void;
  /** Shows an activity that is not kept. */
  readonly show: (conversationId: string, activity: ActivityBody) => void;
}

/** Seconds after which a client may send again. */
const WORKS_AGAIN_SOON = '5';
/** Entries of one answer to a polling client. */
const PAGE = 50;
/** Sent by pages that make the bot speak first; the bot has spoken already, when the conversation began. */
const JOIN = 'webchat/join';

/** Posting to a conversation and reading it. */
export function createActivityRoutes(dependencies: Dependencies): readonly Route[] {
  const { conversations, log, tokens, limits, settings, sentences, party, need, onFailure, wake, show } = dependencies;

  const author = (who: TokenHolder) => ({
    channelId: 'directline',
    conversation: { id: who.conversation },
    from: { id: who.user, role: 'user' },
    recipient: party,
  });
  const showTyping = async (who: TokenHolder, activity: PostedActivity): Promise<RouteResponse> => {
    const id = `${who.conversation}|${createActivityKey()}`;
    const isTooMuch = (await limits.small(who.conversation)) !== undefined;
    if (!isTooMuch) show(who.conversation, { ...activity, ...author(who), id, timestamp: new Date().toISOString() });
    return answer(200, { id });
  };
  /** Retention may have taken a conversation whose page is still open: it goes on as a new one. */
  const append = async (who: TokenHolder, draft: ActivityDraft): Promise<KeptEntry> => {
    try {
      return (await log.append(who.conversation, draft)).entry;
    } catch (error) {
      if (!(error instanceof UnknownConversationError)) throw error;
      await conversations.begin(who);
      return (await log.append(who.conversation, draft)).entry;
    }
  };
  const keep = async (who: TokenHolder, posted: PostedActivity, clientId?: string): Promise<RouteResponse> => {
    const said = { ...posted, ...author(who) };
    const waiting = posted.type === 'message' ? need?.watch(who, said, clientId) : undefined;
    try {
      const { activity } = await append(who, {
        activity: said,
        key: clientId === undefined ? createActivityKey() : `client ${clientId}`,
        needsTurn: !(posted.type === 'event' && posted.name === JOIN),
      });
      waiting?.kept(activity.id);
      wake(who.conversation);
      return answer(200, { id: activity.id });
    } catch (error) {
      const words = waiting?.lost();
      if (words === undefined || !isStorageTrouble(error)) throw error;
      onFailure(error);
      return refuse(503, 'ServiceUnavailable', words, { 'Retry-After': WORKS_AGAIN_SOON });
    }
  };
  /** Over the limit nothing is stored. Clients show "failed, send again" at once on 400, but hang 20 seconds on 429. */
  const checkRate = async (who: TokenHolder): Promise<RouteResponse | undefined> => {
    const wait = await limits.message(who.conversation);
    if (wait === undefined) return undefined;
    return refuse(400, 'TooManyMessages', sentences.tooManyMessages, { 'Retry-After': String(wait) });
  };
  /** Says in the chat, too, why the message is not there: clients show no sentence of an HTTP answer. */
  const refuseAloud = async (
    who: TokenHolder,
    status: 413 | 415,
    code: RefusalCode,
    text: string,
  ): Promise<RouteResponse> => {
    const said = { type: 'message', text };
    const addressed = { from: { ...party, role: 'bot' }, recipient: { id: who.user } };
    const activity = { ...author(who), ...said, ...addressed };
    await append(who, { activity, key: createActivityKey(), needsTurn: false });
    return refuse(status, code, text);
  };
  const refuseFiles = (who: TokenHolder): Promise<RouteResponse> =>
    refuseAloud(who, 415, 'FilesNotAccepted', sentences.filesNotAccepted);

  const post = async (request: RouteRequest): Promise<RouteResponse> => {
    const who = await authorize(tokens, request, demand(request));
    if (who.kind === 'refused') return who.response;
    const posted = readPostedActivity(request.body.kind === 'json' ? request.body.value : undefined, settings);
    if (posted.kind === 'accepted' && posted.activity.type === 'typing') return showTyping(who, posted.activity);
    const refusal = await checkRate(who);
    if (refusal !== undefined) return refusal;
    if (request.body.kind === 'too-large') return refuseAloud(who, 413, 'MessageTooLong', sentences.tooLong);
    switch (posted.kind) {
      case 'accepted':
        return keep(who, posted.activity, posted.clientActivityId);
      case 'malformed':
        return refuse(400, 'BadArgument', 'The body is not an activity that can be posted here.');
      case 'too-long':
        return refuseAloud(who, 413, 'MessageTooLong', sentences.tooLong);
      case 'has-files':
        return refuseFiles(who);
      default:
        return posted satisfies never;
    }
  };

  const upload = async (request: RouteRequest): Promise<RouteResponse> => {
    const who = await authorize(tokens, request, demand(request));
    if (who.kind === 'refused') return who.response;
    return (await checkRate(who)) ?? refuseFiles(who);
  };

  const read = async (request: RouteRequest): Promise<RouteResponse> => {
    const who = await authorize(tokens, request, demand(request));
    if (who.kind === 'refused') return who.response;
    const watermark = readWatermark(request.query['watermark']);
    // A polling client stops for ever at the first error: over the limit it sees nothing new instead.
    const isTooMuch = (await limits.small(who.conversation)) !== undefined;
    const entries = isTooMuch ? [] : await log.readAfter(who.conversation, watermark, PAGE);
    return answer(200, {
      activities: entries.map(({ activity }) => activity).filter(isVisible),
      watermark: String(entries.at(-1)?.sequence ?? watermark),
    });
  };

  const activities = '/v3/directline/conversations/:conversationId/activities';
  return [
    { method: 'POST', path: activities, maxBodyBytes: settings.activityBytes * 2, handler: post },
    { method: 'GET', path: activities, maxBodyBytes: 0, handler: read },
    { method: 'POST', path: '/v3/directline/conversations/:conversationId/upload', maxBodyBytes: 0, handler: upload },
  ];
}

const demand = ({ params }: RouteRequest): { readonly conversationId: string; readonly renewable: false } => ({
  conversationId: params['conversationId'] ?? '',
  renewable: false,
});
