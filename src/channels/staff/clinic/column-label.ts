import type { StaffTexts } from '../../../knowledge/schema/staff';

/** What a box of a row is called, `doctors.name`: by its own name where it has one, else as other data of that name. */
export function columnLabel({ fields }: StaffTexts, name: string): string {
  const names = fields as Readonly<Record<string, string>>;
  const column = name.slice(name.indexOf('.') + 1);
  return names[name] ?? names[column] ?? column;
}
