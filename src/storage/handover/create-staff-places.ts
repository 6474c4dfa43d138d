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

/** Creates it. */
export const createStaffPlaces = ({ query }: Pick<Database, 'query'>): StaffPlaces => {
  const find = async (id: string): Promise<StaffPlace | undefined> => {
    const row = await query.selectFrom('staff_places').selectAll().where('id', '=', id).executeTakeFirst();
    return row && readPlace(row);
  };
  return {
    ask: async ({ id, channelId, name, reference, askedBy }) => {
      const said = { name, reference: JSON.stringify(reference), asked_by: askedBy };
      await query
        .insertInto('staff_places')
        .values({ id, channel_id: channelId, is_open: 0, ...said })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
        .execute();
      return (await find(id))?.isOpen === true;
    },
    list: async () => (await query.selectFrom('staff_places').selectAll().orderBy('id').execute()).map(readPlace),
    open: async (id) => {
      await query.updateTable('staff_places').set({ is_open: 1 }).where('id', '=', id).execute();
      return find(id);
    },
    close: async (id) => {
      const place = await find(id);
      await query.deleteFrom('staff_places').where('id', '=', id).execute();
      return place;
    },
  };
};
