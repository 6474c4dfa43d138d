import type { UrgentKind, UrgentRules } from '../knowledge/schema/urgent';
import type { Concept, Phrasebook } from './phrasebook';

/** Names of the lists beside the concepts that are found like them. */
export const HARMLESS = 'harmless';
export const BOUNDARY = 'boundary';

/** A circumstance that calms a symptom, see {@link UrgentRules}. */
export interface Calming {
  /** Its place among the circumstances. */
  readonly number: number;
  readonly cues: readonly Concept[];
  readonly side: 'before' | 'after' | 'either';
  readonly within: number;
  readonly acrossClauses: boolean;
  readonly bridge: readonly Concept[] | undefined;
  readonly liftedBy: readonly Concept[];
}

/** Concepts that together mean a sign. */
export interface When {
  /** Its place among all combinations of all signs. */
  readonly number: number;
  readonly all: readonly Concept[];
  readonly within: number;
  readonly unless: readonly Concept[];
  readonly unlessWithin: number;
  readonly calmings: readonly Calming[];
}

export interface Sign {
  readonly id: string;
  /** Its place among the signs. */
  readonly number: number;
  readonly when: readonly When[];
}

/** The rules with a number for every concept: looking up a name hundreds of times a message would cost most of the time. */
export interface CompiledRules {
  readonly signs: readonly Sign[];
  /** How many combinations all signs have together. */
  readonly combinations: number;
  /** How pressing a sign is, by the table of tiers. */
  readonly kindOf: (sign: string) => UrgentKind;
  readonly harmless: Concept;
  readonly boundary: Concept;
  /** Words that only frame what is said. */
  readonly frames: readonly Concept[];
  /** Small words that belong to a frame they stand beside. */
  readonly frameEdges: readonly Concept[];
  readonly overrules: readonly { readonly stronger: Concept; readonly weaker: readonly Concept[] }[];
}

/** Puts numbers in the place of names; the schema has made sure that every name is known. */
export function compileRules(rules: UrgentRules, phrasebook: Phrasebook): CompiledRules {
  const numbers = (names: readonly string[]): Concept[] => names.map((name) => phrasebook.numberOf(name));
  const calmings = new Map(
    Object.entries(rules.calming).map(([name, { cues, side, within, acrossClauses, bridge, liftedBy }], number) => [
      name,
      {
        number,
        cues: numbers(cues),
        side,
        within: within ?? Infinity,
        acrossClauses,
        bridge: bridge && numbers(bridge),
        liftedBy: numbers(liftedBy),
      },
    ]),
  );
  const calmingsOf = (manner: string): Calming[] =>
    (rules.calmedBy[manner] ?? []).flatMap((name) => calmings.get(name) ?? []);

  let combinations = 0;
  const signs = rules.signs.map(({ id, when }, number) => ({
    id,
    number,
    when: when.map(({ all, within, unless, unlessWithin, manner }) => ({
      number: combinations++,
      all: numbers(all),
      within,
      unless: numbers(unless),
      unlessWithin,
      calmings: calmingsOf(manner),
    })),
  }));
  return {
    signs,
    combinations,
    // The schema has made sure that every sign stands in the table.
    kindOf: (sign) => rules.tiers.rows.find(({ signs }) => signs.includes(sign))?.kind ?? 'emergency',
    harmless: phrasebook.numberOf(HARMLESS),
    boundary: phrasebook.numberOf(BOUNDARY),
    frames: numbers(rules.frames),
    frameEdges: numbers(rules.frameEdges),
    overrules: Object.entries(rules.overrules).map(([name, weaker]) => ({
      stronger: phrasebook.numberOf(name),
      weaker: numbers(weaker),
    })),
  };
}
