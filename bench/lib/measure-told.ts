import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topic } from '../../src/knowledge/knowledge';
import type { Reply } from '../../src/bot/reply/reply';
import type { Answerer } from './measure-messages';
import { printShare } from './print';
import type { QuestionSet } from './question-files';

/** What may answer a short follow-up after something was told, besides the check, a person and a warning: topics or whole categories. */
const KEEPS: Readonly<Record<string, readonly string[]>> = {
  'allergy-anaesthetic': ['pain-numbing', 'who-should-not'],
  anaemia: ['blood-disorder', 'how-much-blood'],
  autoimmune: ['autoimmune-disease', 'hair-loss-types'],
  'botox-recent': ['combine-treatments'],
  breastfeeding: ['pregnancy-breastfeeding'],
  'cancer-now': ['cancer-history'],
  'cancer-past': ['cancer-history'],
  'cold-sore': ['ill-before-session'],
  cortisone: ['autoimmune-disease', 'other-medicines'],
  'days-since-session': ['aftercare', 'after-session', 'sessions'],
  denied: [],
  diabetes: ['diabetes'],
  epilepsy: ['liver-chronic-disease', 'other-medicines'],
  fasting: ['fasting-ramadan', 'food-water-before'],
  'filler-recent': ['combine-treatments'],
  'for-husband': ['advanced-baldness', 'hair-loss-types', 'hair-loss-benefit'],
  'for-mother': ['age-limits'],
  g6pd: ['blood-disorder', 'pain-numbing'],
  'hair-transplant': ['hair-beard-transplant'],
  heart: ['liver-chronic-disease', 'prescribed-blood-thinner'],
  hepatitis: ['infection-hiv-risk', 'liver-chronic-disease'],
  hiv: ['infection-hiv-risk', 'liver-chronic-disease'],
  'ill-now': ['ill-before-session'],
  immunosuppressant: ['autoimmune-disease', 'other-medicines'],
  isotretinoin: ['isotretinoin'],
  keloid: ['keloid-scars'],
  kidney: ['liver-chronic-disease'],
  'laser-recent': ['combine-treatments'],
  liver: ['liver-chronic-disease'],
  'low-platelets': ['low-platelets'],
  menstruation: ['menstruation'],
  minoxidil: ['prp-vs-minoxidil', 'minoxidil-supplements'],
  'needle-fear': ['pain-numbing', 'how-much-blood'],
  painkiller: ['painkillers-before'],
  'painkiller-recent': ['painkillers-before'],
  period: ['menstruation'],
  pregnant: ['pregnancy-breastfeeding'],
  'pregnancy-possible': ['pregnancy-breastfeeding'],
  'sickle-cell': ['blood-disorder'],
  smoker: ['smoking-alcohol'],
  smoking: ['smoking-alcohol'],
  steroid: ['autoimmune-disease', 'other-medicines'],
  thinner: ['prescribed-blood-thinner'],
  thyroid: ['thyroid', 'autoimmune-disease'],
  transplant: ['hair-beard-transplant'],
  'trying-to-conceive': ['pregnancy-breastfeeding'],
  'under-18': ['age-limits'],
};

/** Prints whether a short follow-up stays with what was told a turn before: kept, or answered surely by something else. */
export async function reportTold(
  program: Answerer,
  set: QuestionSet,
  topicById: ReadonlyMap<string, Topic>,
  verbose: boolean,
): Promise<void> {
  const file = join('test', 'questions', 'messages', set, 'told.tsv');
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const lost: string[] = [];
  let [kept, elsewhere] = [0, 0];
  for (const [at, line] of lines.entries()) {
    const [fact = '', , told = '', then = ''] = line.split('\t');
    const accepted = KEEPS[fact];
    if (accepted === undefined) throw new Error(`${file}:${at + 2}: measure-told.ts knows no "${fact}"`);
    await program.say(told);
    const [reply] = await program.say(then);
    await program.leave();
    if (reply !== undefined && keeps(reply, accepted, topicById)) kept += 1;
    else lost.push(`  ${fact}\t${reply?.kind ?? 'none'} ${reply?.topics.join(',') ?? ''}\t${told} | ${then}`);
    if (reply?.kind === 'answer' && !keeps(reply, accepted, topicById)) elsewhere += 1;
  }
  console.log('\nA short follow-up after something was told');
  printShare('  kept in mind', kept, lines.length);
  printShare('  sure about something else', elsewhere, lines.length);
  if (verbose) for (const line of lost) console.log(line);
}

/** The check, a person and an alarm keep anything in mind; an answer does that is about it. */
function keeps({ kind, topics }: Reply, accepted: readonly string[], topicById: ReadonlyMap<string, Topic>): boolean {
  if (kind === 'eligibility' || kind === 'handoff' || kind === 'urgent') return true;
  if (kind !== 'answer') return false;
  return topics.some((id) => accepted.includes(id) || accepted.includes(topicById.get(id)?.category ?? ''));
}
