import type { UrgentRules } from '../../knowledge/schema/urgent';
import { bare, entriesOf, entryOf } from './entries-of';
import type { WordEntry, WordSection } from './word-list';

/** The signs that do not wait: how soon each wants help, which meanings make it, and what calms. */
export function listUrgentWords(rules: UrgentRules): readonly WordSection[] {
  const { concepts, signs, tiers, calming, harmless } = rules;
  const name = (concept: string): string => bare(concepts[concept]?.find((word) => !word.startsWith('<')) ?? concept);
  return [
    { id: 'tiers', entries: tiers.rows.map(tierEntry) },
    {
      id: 'signs',
      entries: signs.map(({ id, when }): WordEntry => ({
        id,
        title: id,
        signs: [id],
        remarks: [],
        words: when.map(({ all }) => all.map(name).join(' + ')),
        except: [...new Set(when.flatMap(({ unless }) => unless.map(name)))],
      })),
    },
    { id: 'signWords', entries: entriesOf(concepts) },
    {
      id: 'calming',
      entries: Object.entries(calming).map(([id, { cues, liftedBy }]): WordEntry => ({
        ...entryOf(
          id,
          cues.flatMap((cue) => concepts[cue] ?? []),
        ),
        except: liftedBy.map(name),
      })),
    },
    { id: 'harmless', entries: [entryOf('harmless', harmless)] },
  ];
}

const tierEntry = ({ kind, signs, say }: UrgentRules['tiers']['rows'][number]): WordEntry => ({
  title: signs.join(', '),
  signs,
  remarks: [{ kind: 'said', key: 'tier', values: { tier: kind } }],
  words: say,
  except: [],
});
