import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';
import { chatMessages } from './messages/chat';
import { clinicDataMessages } from './messages/clinic-data';
import { commandMessages } from './messages/commands';
import { contactMessages } from './messages/contact';
import { dateMessages } from './messages/dates';
import { eligibilityMessages } from './messages/eligibility';
import { errorMessages } from './messages/errors';
import { handoverMessages } from './messages/handover';
import { openingMessages } from './messages/opening';
import { privacyMessages } from './messages/privacy';
import { socialMessages } from './messages/social';
import { teamsMessages } from './messages/teams';
import { toldMessages } from './messages/told';
import { urgentMessages } from './messages/urgent';
import { widgetMessages } from './messages/widget';

/** knowledge/messages.yaml: every sentence the assistant says that is not an answer. One schema a section. */
export const messagesSchema = z.strictObject({
  chat: chatMessages,
  social: socialMessages,
  commands: commandMessages,
  handover: handoverMessages,
  contact: contactMessages,
  eligibility: eligibilityMessages,
  told: toldMessages,
  urgent: urgentMessages,
  privacy: privacyMessages,
  errors: errorMessages,
  dates: dateMessages,
  clinicData: clinicDataMessages,
  opening: openingMessages,
  teams: teamsMessages,
  widget: widgetMessages,
});

export type Messages = DeepReadonly<z.infer<typeof messagesSchema>>;
