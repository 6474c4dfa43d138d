import type { z } from 'zod';
import { clinicSchema } from './schema/clinic';
import { dialectsSchema } from './schema/dialects';
import { eligibilitySchema } from './schema/eligibility';
import { factsSchema } from './schema/facts';
import { forbiddenSchema } from './schema/forbidden';
import { messagesSchema } from './schema/messages';
import { openQuestionsSchema } from './schema/open-questions';
import { countedWordsSchema, ordinaryWordsSchema } from './schema/ordinary-words';
import { outOfScopeSchema } from './schema/out-of-scope';
import { privateWordsSchema } from './schema/private-words';
import { sourcesSchema } from './schema/sources';
import { storiesSchema } from './schema/stories';
import { staffSchema } from './schema/staff';
import { urgentSchema } from './schema/urgent';
import { urgentMessagesSchema } from './schema/urgent-messages';
import { vocabularySchema } from './schema/vocabulary';
import { wishesSchema } from './schema/wishes';

/** The folder of the FAQ files, one for each category, inside the knowledge directory. */
export const FAQ_FOLDER = 'faq';

/** The folder of whole messages to learn from; content may do without it. */
export const STORIES_FOLDER = 'stories';

/** Every content file that exists once, under its name in {@link Knowledge}. A new file is one line here. */
export const KNOWLEDGE_FILES = {
  sources: { file: 'sources.yaml', schema: sourcesSchema },
  clinic: { file: 'clinic.yaml', schema: clinicSchema },
  messages: { file: 'messages.yaml', schema: messagesSchema },
  vocabulary: { file: 'vocabulary.yaml', schema: vocabularySchema },
  dialects: { file: 'dialects.yaml', schema: dialectsSchema },
  openQuestions: { file: 'open-questions.yaml', schema: openQuestionsSchema },
  outOfScope: { file: 'out-of-scope.yaml', schema: outOfScopeSchema },
  facts: { file: 'facts.yaml', schema: factsSchema },
  wishes: { file: 'wishes.yaml', schema: wishesSchema },
  stories: { file: 'stories.yaml', schema: storiesSchema },
  eligibility: { file: 'eligibility.yaml', schema: eligibilitySchema },
  urgent: { file: 'urgent.yaml', schema: urgentSchema },
  urgentMessages: { file: 'urgent-messages.yaml', schema: urgentMessagesSchema },
  privateWords: { file: 'private-words.yaml', schema: privateWordsSchema },
  ordinaryWords: { file: 'ordinary-words.yaml', schema: ordinaryWordsSchema },
  countedWords: { file: 'counted-words.yaml', schema: countedWordsSchema },
  forbidden: { file: 'forbidden.yaml', schema: forbiddenSchema },
  staffArabic: { file: 'staff/ar.yaml', schema: staffSchema },
  staffEnglish: { file: 'staff/en.yaml', schema: staffSchema },
} as const satisfies Record<string, { readonly file: string; readonly schema: z.ZodType }>;

export type KnowledgeFileName = keyof typeof KNOWLEDGE_FILES;
