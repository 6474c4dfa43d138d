import type { Example } from './intent-classifier';
import { OPEN, OUT_OF_SCOPE, TALK, TOLD, WISH } from './labels';
import type { LexiconContent } from './lexicon';
import type { MatcherContent, StoryClauses, StoryPart } from './matcher-content';

/** What training depends on, and nothing else of the content. */
export function trainingContent(content: MatcherContent): {
  readonly examples: Example[];
  readonly words: LexiconContent;
} {
  const { concepts, arabizi } = content.vocabulary;
  const words = { concepts: [concepts, content.dialects.concepts], arabizi, protected: content.vocabulary.protected };
  return { examples: examplesOf(content), words };
}

function examplesOf(content: MatcherContent): Example[] {
  const { topics, outOfScope, openQuestions, wishes, stories, storyFiles, vocabulary } = content;
  const inScope = topics.flatMap(({ id, question, button, phrasings }) =>
    [...new Set([question, button, ...phrasings])].map((text) => ({ label: id, text })),
  );
  const stray = Object.entries(outOfScope.groups).flatMap(([group, { examples }]) =>
    examples.map((text) => ({ label: OUT_OF_SCOPE + group, text })),
  );
  const open = openQuestions.openQuestions.flatMap(({ offer, phrasings }) =>
    phrasings.map((text) => ({ label: OPEN + offer.join(OPEN), text })),
  );
  const { talk = {}, ...wanted } = wishes ?? {};
  const wished = Object.entries(wanted).flatMap(([wish, phrasings]) =>
    phrasings.map((text) => ({ label: WISH + wish, text })),
  );
  const talked = Object.entries(talk).flatMap(([kind, sentences]) =>
    [...sentences, ...(vocabulary.social?.[kind] ?? [])].map((text) => ({ label: TALK + kind, text })),
  );
  const known = new Set(topics.map(({ id }) => id));
  const told = (storyFiles ?? []).flatMap(({ messages }) =>
    messages.flatMap((parts) => parts.flatMap((part) => exampleOf(part, known, wanted))),
  );
  const raw = [...open, ...wished, ...talked, ...stray, ...told, ...fillersOf(stories)];
  return [...inScope, ...raw.map((example) => ({ ...example, isRaw: true as const }))];
}

const SLOT = /\{([a-z]+)\}/g;
const FILLER = `${TOLD}filler`;

/** Introductions and pleas are nothing to answer either; their slots are filled in turn. */
function fillersOf(stories: StoryClauses | undefined): Example[] {
  if (stories === undefined) return [];
  return Object.values(stories.filler)
    .flat()
    .map((text, at) => ({
      label: FILLER,
      text: text.replace(SLOT, (slot, name: string) => {
        const words = stories.slots[name] ?? [];
        return words[at % Math.max(1, words.length)] ?? slot;
      }),
    }));
}

/** What is told is learnt as something of its own, but for single words, which say too little. */
function exampleOf({ kind, label, text }: StoryPart, known: ReadonlySet<string>, wishes: object): Example[] {
  if (label === undefined) return text.includes(' ') ? [{ label: TOLD + kind, text }] : [];
  if (known.has(label)) return [{ label, text }];
  return label in wishes ? [{ label: WISH + label, text }] : [];
}
