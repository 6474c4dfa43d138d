import { randomBytes } from 'node:crypto';

const BYTES = 16;

/** 128 random bits, as letters that stand in an address as they are. */
const unguessable = (): string => randomBytes(BYTES).toString('base64url');

/** A user id: clients take ids that begin with `dl_` from a token only. */
export const createUserId = (): string => `dl_${unguessable()}`;

/** A conversation id. */
export const createConversationId = (): string => unguessable();

/** A name for something said that its author gave none. */
export const createActivityKey = (): string => unguessable();
