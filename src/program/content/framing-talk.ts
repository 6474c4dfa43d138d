import type { Knowledge } from '../../knowledge/knowledge';

const SLOT = /\{([a-z]+)\}/gu;

/**
 * What people write around anything: greetings, who they are, what they have and take, when their session was. The
 * clauses of stories.yaml, their slots filled by turns: the same content gives the same clauses.
 */
export function framingTalk({ stories }: Pick<Knowledge, 'stories'>): string[] {
  const { slots, filler, facts, reports } = stories;
  const clauses = [filler, facts, reports].flatMap((each) => Object.values(each).flat());
  let turn = 0;
  return clauses.map((clause) =>
    clause.replace(SLOT, (_, name: string) => {
      const values = slots[name] ?? [];
      turn += 1;
      return values[turn % Math.max(1, values.length)] ?? '';
    }),
  );
}
