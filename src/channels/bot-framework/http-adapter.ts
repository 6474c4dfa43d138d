import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
} from 'botframework-connector';

/** Addresses of channels whose clients are kept: making one takes longer than a post. Channels have a handful. */
const MOST_CONNECTORS = 100;

/**
 * CloudAdapter with its two halves apart: who sent this, and the turn. CloudAdapter.process does both at once, writes
 * error messages into the response and prints the error, request included, on the console.
 */
export class HttpAdapter extends CloudAdapter {
  /** By what they are signed for and by address; they hold nothing of a turn. */
  readonly #connectors = new Map<string, ConnectorClient>();

  /** Who sent the activity. Rejects with AuthenticationError, or with a network error where keys cannot be loaded. */
  async authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const sender = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    const { connectorFactory, audience } = sender;
    return connectorFactory === undefined
      ? sender
      : { ...sender, connectorFactory: new KeptConnectors(this.#connectors, audience, connectorFactory) };
  }

  /** A client signed in as this bot for a channel's address, as a turn of that channel would have it. */
  async connectorFor(serviceUrl: string, appId: string): Promise<ConnectorClient> {
    const types = [AuthenticationConstants.AudienceClaim, AuthenticationConstants.AppIdClaim];
    const claims = new ClaimsIdentity(types.map((type) => ({ type, value: appId })));
    const factory = this.botFrameworkAuthentication.createConnectorFactory(claims);
    return new KeptConnectors(this.#connectors, `for ${appId}`, factory).create(serviceUrl);
  }

  /** Runs the turn; the response is defined for an invoke, and where the client expects replies in the response. */
  run(
    sender: AuthenticateRequestResult,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(sender, activity, turn);
  }

  /**
   * Runs a turn of a channel in this process; rejects with what went wrong as it is. The base class (botbuilder 4.23.3)
   * makes another error of it that has nothing of the first but words, so that a database that is away for a while could
   * not be told from a turn that fails for good.
   */
  override async processActivityDirect(
    authorization: string | AuthenticateRequestResult,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    // The base class tells both kinds apart, too, in two overloads.
    if (typeof authorization === 'string') await this.processActivity(authorization, activity, turn);
    else await this.processActivity(authorization, activity, turn);
  }
}

/** Makes a client once for each address: Bot Framework makes one for every turn, which takes a quarter of an empty one. */
class KeptConnectors extends ConnectorFactory {
  constructor(
    private readonly kept: Map<string, ConnectorClient>,
    private readonly signedFor: string,
    private readonly inner: ConnectorFactory,
  ) {
    super();
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const key = `${this.signedFor} ${audience ?? ''} ${serviceUrl}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const made = await this.inner.create(serviceUrl, audience);
    if (this.kept.size >= MOST_CONNECTORS) this.kept.clear();
    this.kept.set(key, made);
    return made;
  }
}
