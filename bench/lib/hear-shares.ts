import { z } from 'zod';

/** Shares by what they are of: the part and the whole. */
export const sharesSchema = z.record(z.string(), z.tuple([z.number(), z.number()]));
export type Shares = z.infer<typeof sharesSchema>;

const SHARE = /^\s*(.*?)\s+[\d.]+ %\s+\((\d+) of (\d+)\)$/;

/** Hears what a measurement prints: each share under the heading that it stands below. */
export function createShareListener(): { readonly hear: (text: string) => void; readonly shares: () => Shares } {
  const shares: Record<string, [number, number]> = {};
  let heading = '';
  return {
    hear(text) {
      for (const line of text.split('\n')) {
        const [whole, name, part, all] = SHARE.exec(line) ?? [];
        if (whole !== undefined) shares[`${heading} > ${name ?? ''}`] = [Number(part), Number(all)];
        else if (line.trim() !== '' && !line.startsWith(' ')) heading = line.trim();
      }
    },
    shares: () => shares,
  };
}
