import { AuthenticationError } from 'botframework-connector';

/** Whoever sent a request has proved who they are, and is not served. */
export class RefusedSender extends AuthenticationError {
  constructor(readonly reason: 'another-bot' | 'tenant') {
    super(`Not served: ${reason}`, 403);
  }
}
