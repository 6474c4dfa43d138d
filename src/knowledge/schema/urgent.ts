import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly';

/** A word, or a phrase of words and `<concept>` references, as staff write it. Numbers in YAML are words too. */
const entry = z.union([z.string().trim().min(1), z.number().transform(String)]);
const entries = z.array(entry);
/** Letters in the order they are attached, at most one of each layer. */
const layers = z.array(entries);
/** `<end>` in a phrase: where a clause ends. */
const CLAUSE_END = 'end';
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'small Latin letters, digits and hyphens');
const words = z.number().int().positive().max(40);

/** A circumstance that turns a symptom into a question, a memory or a denial. */
const calming = z.strictObject({
  /** Concepts that announce it. */
  cues: z.array(id).min(1),
  /** Where the cue stands, seen from the symptom. */
  side: z.enum(['before', 'after', 'either']),
  /** Most words between cue and symptom; absent: anywhere in the same clause. */
  within: words.optional(),
  /** Only these concepts may stand between cue and symptom ("I have no *feeling of* …"). */
  bridge: z.array(id).optional(),
  /** Also from one clause to the next. */
  acrossClauses: z.boolean().default(false),
  /** Concepts near the symptom that show it is happening all the same. */
  liftedBy: z.array(id).default([]),
});

/** Concepts that together mean the sign. */
const combination = z.strictObject({
  all: z.array(id).min(1),
  /** Most words from the first to the last of them. */
  within: words.default(7),
  /** Concepts that make it mild or something else, when in the same clause and near. */
  unless: z.array(id).default([]),
  /** How near, in words, those must be. */
  unlessWithin: words.default(3),
  /** Which list of `calmedBy` applies. */
  manner: z.string().default('stated'),
});

const sign = z.strictObject({ id, when: z.array(combination).min(1) });

/** The one table of signs: how pressing each is, and how it is told to people. */
const tiers = z.strictObject({
  /** The topic whose answer tells it. */
  told: id,
  rows: z
    .array(
      z.strictObject({
        /**
         * `emergency`: an ambulance now; `same-day`: the clinic today; `harm`: no symptom but a danger from people, a
         * private line and the numbers; `support`: no danger now, a neutral line and a person.
         */
        kind: z.enum(['emergency', 'same-day', 'harm', 'support']),
        signs: z.array(id).min(1),
        /** Phrases of the answer and of the check's first question; none for what has an answer of its own. */
        say: z.array(z.string().trim().min(1)),
      }),
    )
    .min(1),
});

/** What people say after an urgent reply. */
const aftermath = z.strictObject({
  /** Phrases that say that help was had. */
  helped: entries.min(1),
  /** Words that turn such a phrase into a question, a wish or a denial. */
  notHelped: entries,
  /** Words a refusal, or a shrug, begins with. */
  refusing: entries,
});

/** The plain emergencies of other languages. */
const foreign = z.strictObject({
  signs: z.array(z.strictObject({ sign: id, says: entries.min(1) })),
  /** Words before a phrase that make it a question or a condition. */
  asking: entries,
  /** Words just before a phrase that deny it. */
  denying: entries,
  /** Words that make it long ago. */
  past: entries,
});

const shape = z.strictObject({
  /** Letters attached to a word: particles before, pronouns and endings after; likewise for verbs (marked ~). */
  attached: z.strictObject({ before: layers, after: layers, verbBefore: layers, verbAfter: layers }),
  /** Short words of denial that are written into the next word. */
  gluedDenial: z.strictObject({ word: entry, before: entries, after: entries }),
  /** Words that may stand inside a phrase without changing it. */
  fillers: entries,
  /** Words that begin a new clause. */
  boundaries: entries,
  /** Everyday words one letter away from a symptom, never read as its misspelling. */
  lookalikes: entries,
  concepts: z.record(id, entries.min(1)),
  /** Figures of speech and other meanings: their words count for nothing. */
  harmless: entries,
  /** Concepts that only frame what is said: greetings, pleas, questions about what was just told. */
  frames: z.array(id),
  /** Concepts of small words that belong to a frame when they stand right beside it. */
  frameEdges: z.array(id).default([]),
  /** Where the concept stands, the words inside it are not read as these others. */
  overrules: z.record(id, z.array(id)),
  calming: z.record(id, calming),
  /** Lists of circumstances, named by the manner in which a symptom is put. */
  calmedBy: z.record(id, z.array(id)),
  tiers,
  signs: z.array(sign).min(1),
  aftermath,
  foreign,
});

/** `<concept>` references inside an entry. */
function conceptReferences(text: string): string[] {
  return [...text.matchAll(/<([^<>]*)>/g)].map((found) => found[1] ?? '');
}

type Shape = z.infer<typeof shape>;
type Report = (path: (string | number)[], message: string) => void;

function reportUnknownConcepts(rules: Shape, report: Report): void {
  const known = (names: readonly string[], path: (string | number)[]): void => {
    for (const name of names)
      if (!(name in rules.concepts) && name !== CLAUSE_END) report(path, `no concept is called "${name}"`);
  };
  for (const [name, list] of Object.entries(rules.concepts))
    list.forEach((text, at) => known(conceptReferences(text), ['concepts', name, at]));
  rules.harmless.forEach((text, at) => known(conceptReferences(text), ['harmless', at]));
  for (const [name, others] of Object.entries(rules.overrules)) known([name, ...others], ['overrules', name]);
  for (const [name, { cues, bridge = [], liftedBy }] of Object.entries(rules.calming))
    known([...cues, ...bridge, ...liftedBy], ['calming', name]);
  known(rules.frames, ['frames']);
  known(rules.frameEdges, ['frameEdges']);
  rules.signs.forEach(({ when }, sign) => {
    when.forEach(({ all, unless }, at) => known([...all, ...unless], ['signs', sign, 'when', at]));
  });
}

function reportUnknownCalming(rules: Shape, report: Report): void {
  const known = (names: readonly string[], path: (string | number)[]): void => {
    for (const name of names) if (!(name in rules.calming)) report(path, `no calming is called "${name}"`);
  };
  for (const [manner, names] of Object.entries(rules.calmedBy)) known(names, ['calmedBy', manner]);
  rules.signs.forEach((sign, at) => {
    sign.when.forEach(({ manner }, each) => {
      if (!(manner in rules.calmedBy))
        report(['signs', at, 'when', each, 'manner'], `calmedBy has no list called "${manner}"`);
    });
  });
}

function reportCircles(rules: Shape, report: Report): void {
  const done = new Set<string>();
  const visit = (name: string, above: readonly string[]): void => {
    if (above.includes(name)) {
      report(['concepts', name], `refers to itself: ${[...above, name].join(' → ')}`);
      return;
    }
    if (done.has(name)) return;
    for (const text of rules.concepts[name] ?? [])
      for (const next of conceptReferences(text)) visit(next, [...above, name]);
    done.add(name);
  };
  for (const name of Object.keys(rules.concepts)) visit(name, []);
}

/** Every sign has its tier, once. Signs without a rule are learnt from messages (urgent-messages.yaml). */
function reportTiers(rules: Shape, report: Report): void {
  rules.foreign.signs.forEach(({ sign: name }, at) => {
    if (!rules.signs.some((each) => each.id === name)) report(['foreign', 'signs', at], `no sign is called "${name}"`);
  });
  const named = rules.tiers.rows.flatMap(({ signs }) => signs);
  for (const name of new Set([...named, ...rules.signs.map((each) => each.id)])) {
    const times = named.filter((each) => each === name).length;
    if (times !== 1) report(['tiers', 'rows'], `"${name}" stands in the table ${times === 0 ? 'nowhere' : 'twice'}`);
  }
}

function reportRepeatedSigns(rules: Shape, report: Report): void {
  const seen = new Set<string>();
  rules.signs.forEach(({ id: name }, at) => {
    if (seen.has(name)) report(['signs', at, 'id'], `two signs are called "${name}"`);
    seen.add(name);
  });
}

/** knowledge/urgent.yaml: how urgent messages are recognised, and how a question about a risk is told apart. Every name used must exist. */
export const urgentSchema = shape.superRefine((rules, context) => {
  const report: Report = (path, message) => {
    context.addIssue({ code: 'custom', path, message });
  };
  reportUnknownConcepts(rules, report);
  reportUnknownCalming(rules, report);
  reportCircles(rules, report);
  reportRepeatedSigns(rules, report);
  reportTiers(rules, report);
});

export type UrgentRules = DeepReadonly<z.infer<typeof urgentSchema>>;
/** How pressing a sign is. */
export type UrgentKind = UrgentRules['tiers']['rows'][number]['kind'];
