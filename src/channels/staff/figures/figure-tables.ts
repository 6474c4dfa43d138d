import type { Topic } from '../../../knowledge/knowledge';
import { REASONS } from '../../../staff/figures/reason';
import type { TopicCount } from '../../../staff/figures/sum-figures';
import type { OpinionCount } from '../../../staff/figures/sum-opinions';
import type { Table } from '../../../staff/sheets/table';
import type { Scene } from '../scene';
import { sayCell } from './say-cell';

type Names = ReadonlyMap<string, Pick<Topic, 'question'>>;

/** What patients said of answers, as a table of texts: a reason of fewer than five has no count of its own. */
export function opinionsTable(opinions: readonly OpinionCount[], scene: Scene, names: Names): Table {
  const { figures } = scene.texts;
  const said = REASONS.map((reason) => figures[reason]);
  return [
    [figures.topic, figures.revision, figures.helped, figures.failed, ...said],
    ...opinions.map(({ topic, revision, isLive, helped, failed, reasons }) => [
      names.get(topic)?.question ?? topic,
      [revision === 0 ? figures.original : String(revision), isLive ? '' : figures.former].join(' ').trim(),
      sayCell(helped, scene),
      sayCell(failed, scene),
      ...REASONS.map((name) => {
        const told = reasons.find(({ reason }) => reason === name);
        return told === undefined ? figures.few : sayCell(told.cell, scene);
      }),
    ]),
  ];
}

/** What was answered most, as a table of texts. */
export function topicsTable(topics: readonly TopicCount[], scene: Scene, names: Names): Table {
  const { figures } = scene.texts;
  return [
    [figures.topic, figures.revision, figures.now, figures.before],
    ...topics.map(({ topic, revision, now, before }) => [
      names.get(topic)?.question ?? topic,
      String(revision),
      sayCell(now, scene),
      sayCell(before, scene),
    ]),
  ];
}
