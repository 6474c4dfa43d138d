import { digestOf } from '../../../knowledge/published/item';
import type { ContentStore, Draft } from '../../../staff/content/content-store';
import { createGauge, type Gauge, halt, isHalted, shareDone } from '../../../staff/content/gauge';
import type { Workshop } from '../../../staff/content/workshop';
import type { Effect } from '../../../staff/effect/effect';
import { type ConsoleContent, publishedItems, withDraft } from './content-tools';

/** Effects kept: pages are looked at again while one decides. */
const MOST_KEPT = 20;
/** Milliseconds a page waits for an effect before it comes without. */
const PATIENCE = 400;
/** Milliseconds after the last look at what is being written before it is measured: a pause to think, not between two words. */
const PAUSE = 1000;

type Written = Pick<Draft, 'key' | 'value'>;

/** What drafts would do; measured once for each content, whoever asks. */
export interface Effects {
  /** The effect; undefined where it is still being measured. */
  ask(draft: Written): Promise<Effect | undefined>;
  /** How far it has come, 0 to 1, for those who wait. */
  share(draft: Written): Promise<number>;
  /** Begins to measure what is being written, so that nobody waits once it is saved. The newest alone is measured. */
  foresee(written: Written): void;
  /** Ends what nobody waits for yet. */
  standAside(): void;
}

interface Measured extends Pick<ConsoleContent, 'saved' | 'waiting'> {
  readonly store: Pick<ContentStore, 'items' | 'latest'>;
  readonly workshop: Pick<Workshop, 'effect'>;
}

interface Measuring {
  readonly item: string;
  readonly effect: Promise<Effect>;
  readonly gauge: Gauge;
  isWaitedFor: boolean;
  isDone: boolean;
}

export function createEffects(content: Measured, report: (error: unknown) => void): Effects {
  const known = new Map<string, Measuring>();
  let timer: NodeJS.Timeout | undefined;

  const measure = async (written: Written, gauge: Gauge): Promise<Effect> => {
    const live = await publishedItems(content);
    const [saved, waiting] = await Promise.all([content.saved(), content.waiting()]);
    const texts = waiting.map(({ text }) => text);
    return content.workshop.effect({ live, draft: withDraft(live, written), saved, waiting: texts }, gauge);
  };
  const end = (isNeedless: (one: Measuring) => boolean): void => {
    for (const [name, one] of known) {
      if (one.isDone || !isNeedless(one)) continue;
      known.delete(name);
      halt(one.gauge);
    }
  };
  const begin = (name: string, written: Written, isWaitedFor: boolean): Measuring => {
    // What somebody waits for goes before what nobody does yet, and what was written last before the same in other words.
    end((one) => !one.isWaitedFor || one.item === written.key);
    const gauge = createGauge();
    const one: Measuring = {
      item: written.key,
      effect: measure(written, gauge),
      gauge,
      isWaitedFor,
      isDone: false,
    };
    known.set(name, one);
    one.effect.then(
      () => (one.isDone = true),
      (error: unknown) => {
        if (known.get(name) === one) known.delete(name);
        if (one.isWaitedFor && !isHalted(gauge)) report(error);
      },
    );
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - MOST_KEPT))) known.delete(oldest);
    return one;
  };
  const nameOf = async ({ key, value }: Written): Promise<string> =>
    `${key} ${digestOf(value)} ${await content.store.latest()}`;
  const start = async (written: Written): Promise<void> => {
    const name = await nameOf(written);
    const isBusy = [...known.values()].some((one) => one.isWaitedFor && !one.isDone);
    if (!known.has(name) && !isBusy) begin(name, written, false);
  };

  return {
    async ask(draft) {
      clearTimeout(timer);
      const name = await nameOf(draft);
      const one = known.get(name) ?? begin(name, draft, true);
      one.isWaitedFor = true;
      let late: NodeJS.Timeout | undefined;
      const patience = new Promise<undefined>((resolve) => {
        late = setTimeout(() => resolve(undefined), PATIENCE);
      });
      const effect = await Promise.race([one.effect, patience]).catch(() => undefined);
      clearTimeout(late);
      return effect;
    },
    async share(draft) {
      const one = known.get(await nameOf(draft));
      return one === undefined ? 0 : shareDone(one.gauge);
    },
    foresee(written) {
      clearTimeout(timer);
      // What goes wrong here goes wrong again where somebody asks, and is reported then; a program that stops is no fault.
      timer = setTimeout(() => void start(written).catch(() => undefined), PAUSE).unref();
    },
    standAside() {
      clearTimeout(timer);
      end((one) => !one.isWaitedFor);
    },
  };
}
