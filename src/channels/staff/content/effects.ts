import type { Draft } from '../../../staff/content/content-store';
import type { Effect } from '../../../staff/effect/effect';
import { type ConsoleContent, publishedItems, withDraft } from './content-tools';

/** Effects kept: pages are looked at again while one decides. */
const MOST_KEPT = 20;
/** Milliseconds a page waits for an effect before it comes without. */
const PATIENCE = 400;

/** What drafts would do; measured once for each draft and each live content. */
export interface Effects {
  /** The effect; undefined where it is still being measured. */
  ask(draft: Draft): Promise<Effect | undefined>;
}

export function createEffects(content: ConsoleContent, report: (error: unknown) => void): Effects {
  const known = new Map<string, Promise<Effect>>();
  const measure = async (draft: Draft): Promise<Effect> => {
    const live = await publishedItems(content);
    const [saved, waiting] = await Promise.all([content.saved(), content.waiting()]);
    const texts = waiting.map(({ text }) => text);
    return content.workshop.effect({ live, draft: withDraft(live, draft), saved, waiting: texts });
  };
  return {
    async ask(draft) {
      const key = `${draft.key} ${draft.stamp} ${await content.store.latest()}`;
      const measuring = known.get(key) ?? measure(draft);
      if (!known.has(key)) {
        known.set(key, measuring);
        measuring.catch((error: unknown) => {
          known.delete(key);
          report(error);
        });
        for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - MOST_KEPT))) known.delete(oldest);
      }
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), PATIENCE);
      });
      const effect = await Promise.race([measuring, late]).catch(() => undefined);
      clearTimeout(timer);
      return effect;
    },
  };
}
