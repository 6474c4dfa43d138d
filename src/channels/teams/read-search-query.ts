import { z } from 'zod';

/** What somebody looks for in the compose box, and which part of the results is asked for. */
export interface SearchQuery {
  readonly text: string;
  readonly skip: number;
  readonly count: number;
}

/** Teams asks for 25 at a time. */
const MOST_RESULTS = 25;
/** Longer than any question; the rest of a pasted page is not read. */
const LONGEST_QUERY = 1000;

const place = z.number().int().min(0).max(100_000);
const querySchema = z.object({
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).optional(),
  queryOptions: z
    .object({ skip: place.optional().catch(undefined), count: place.optional().catch(undefined) })
    .optional(),
});

/** Reads the value of a `composeExtension/query`; what is missing or odd counts as an empty search from the start. */
export function readSearchQuery(value: unknown): SearchQuery {
  const { parameters = [], queryOptions } = querySchema.safeParse(value).data ?? {};
  // Before anything was typed Teams sends the parameter "initialRun" alone.
  const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
  const count = queryOptions?.count ?? MOST_RESULTS;
  return {
    text: typeof typed === 'string' ? typed.slice(0, LONGEST_QUERY) : '',
    skip: queryOptions?.skip ?? 0,
    count: count === 0 ? MOST_RESULTS : Math.min(count, MOST_RESULTS),
  };
}
