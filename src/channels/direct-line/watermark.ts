/**
 * The sequence a client has seen. An empty or unreadable watermark reads as 0: everything is sent again, which clients
 * bear (they know activities by id), while a gap is a lost message.
 */
export function readWatermark(text: string | undefined): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) return 0;
  return Number(text);
}
