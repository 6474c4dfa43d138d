import type { Clinic } from '../../knowledge/schema/clinic';
import { describeHours } from '../clinic/describe-hours';
import type { Strays, TopicItem } from '../../knowledge/published/item';
import type { Part } from './part';

/** An item as parts that can be compared and read. Pure. */
export function describeItem(key: string, value: unknown): readonly Part[] {
  if (value === null || value === undefined) return [];
  if (key === 'clinic') return describeClinic(value as Clinic);
  if (key === 'strays')
    return Object.entries(value as Strays).map(([field, texts]) => ({ field, text: texts.join('\n') }));
  return describeTopic(value as TopicItem);
}

function describeTopic({ category, topic }: TopicItem): readonly Part[] {
  const parts: Part[] = [
    { field: 'category', text: category },
    { field: 'question', text: topic.question },
    { field: 'button', text: topic.button },
    { field: 'answer', text: topic.answer },
    { field: 'face', text: topic.byArea?.face ?? '' },
    { field: 'hair', text: topic.byArea?.hair ?? '' },
    { field: 'short', text: topic.short ?? '' },
    { field: 'missing', text: topic.missing ?? '' },
    { field: 'related', text: topic.related.join('\n') },
    { field: 'facts', text: topic.facts.join('\n') },
    { field: 'phrasings', text: topic.phrasings.join('\n') },
  ];
  return parts.filter(({ text }) => text !== '');
}

/** The data of a clinic, each value as lines, the opening hours day by day. */
function describeClinic(clinic: Clinic): readonly Part[] {
  return Object.entries(clinic as Readonly<Record<string, unknown>>).flatMap(([field, value]) => {
    if (field === 'hours') return describeHours(clinic.hours);
    const text = linesOf(value).join('\n');
    return text === '' ? [] : [{ field, text }];
  });
}

function linesOf(value: unknown): string[] {
  if (value === undefined || value === null || value === false) return [];
  if (Array.isArray(value)) return value.map((each) => linesOf(each).join(' · '));
  if (typeof value === 'object') return Object.values(value).flatMap(linesOf);
  return typeof value === 'string' || typeof value === 'number' || value === true ? [String(value)] : [];
}

/** A part that differs. */
export interface ChangedPart {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What differs between two values of an item. Pure. */
export function compareItems(key: string, from: unknown, to: unknown): readonly ChangedPart[] {
  const [before, after] = [describeItem(key, from), describeItem(key, to)];
  const fields = [...new Set([...before, ...after].map(({ field }) => field))];
  const textIn = (parts: readonly Part[], field: string): string =>
    parts.find((part) => part.field === field)?.text ?? '';
  return fields
    .map((field) => ({ field, from: textIn(before, field), to: textIn(after, field) }))
    .filter((part) => part.from !== part.to);
}
