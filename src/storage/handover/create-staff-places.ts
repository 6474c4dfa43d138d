import type { StaffPlace, StaffPlaces } from '../../handover/staff-places';
import type { Database } from '../engine/database';
import { readStoredJson } from '../engine/read-stored-json';

type Row = {
  readonly id: string;
  readonly channel_id: string;
  readonly name: string;
  readonly reference: string;
  readonly is_open: number;
  readonly asked_by: string;
};

const readPlace = (row: Row): StaffPlace => ({
  id: row.id,
  channelId: row.channel_id,
  name: row.name,
  reference: readStoredJson(row.reference) as StaffPlace['reference'],
  isOpen: row.is_open === 1,
  askedBy: row.asked_by,
});

/** Milliseconds a list is believed though no news came: news between instances may get lost. */
const BELIEVED_MS = 3_000;
const KEY = '';

/** Creates it. Every turn asks for the list, which hardly ever changes: it is read again when it has. */
export const createStaffPlaces = (database: Pick<Database, 'query' | 'signals'>): StaffPlaces => {
  const { query, signals } = database;
  let read: { readonly at: number; readonly places: Promise<readonly StaffPlace[]> } | undefined;
  const forget = (): void => {
    read = undefined;
  };
  signals.listen('places', KEY, forget);
  const changed = async (): Promise<void> => {
    forget();
    await signals.announce(query, 'places', KEY);
  };
  const find = async (id: string): Promise<StaffPlace | undefined> => {
    const row = await query.selectFrom('staff_places').selectAll().where('id', '=', id).executeTakeFirst();
    return row && readPlace(row);
  };
  const list = async (): Promise<readonly StaffPlace[]> =>
    (await query.selectFrom('staff_places').selectAll().orderBy('id').execute()).map(readPlace);
  return {
    ask: async ({ id, channelId, name, reference, askedBy }) => {
      const said = { name, reference: JSON.stringify(reference), asked_by: askedBy };
      await query
        .insertInto('staff_places')
        .values({ id, channel_id: channelId, is_open: 0, ...said })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
        .execute();
      await changed();
      return (await find(id))?.isOpen === true;
    },
    list: () => {
      if (read !== undefined && performance.now() - read.at < BELIEVED_MS) return read.places;
      const places = list();
      read = { at: performance.now(), places };
      places.catch(forget);
      return places;
    },
    open: async (id) => {
      await query.updateTable('staff_places').set({ is_open: 1 }).where('id', '=', id).execute();
      await changed();
      return find(id);
    },
    close: async (id) => {
      const place = await find(id);
      await query.deleteFrom('staff_places').where('id', '=', id).execute();
      await changed();
      return place;
    },
  };
};
