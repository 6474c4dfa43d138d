/** A channel, group or chat where staff read what patients ask of a person. */
export interface StaffPlace {
  readonly id: string;
  readonly channelId: string;
  /** What it is called there; empty where the channel does not say. */
  readonly name: string;
  /** How the channel addresses it. Plain JSON. */
  readonly reference: Readonly<Record<string, unknown>>;
  /** Whether an administrator has let it in. */
  readonly isOpen: boolean;
  /** Who asked for it. */
  readonly askedBy: string;
}

/** Where talks are brought besides the console. */
export interface StaffPlaces {
  /** Keeps that somebody asked for it; an open place stays open. Gives whether it is. */
  ask(place: Omit<StaffPlace, 'isOpen'>): Promise<boolean>;
  list(): Promise<readonly StaffPlace[]>;
  open(id: string): Promise<StaffPlace | undefined>;
  close(id: string): Promise<StaffPlace | undefined>;
}

const PLACE = /^place ([^ ]+) (.+)$/;

/** Who has a talk there: the place is part of it, so that what the patient writes is brought to where it was taken. */
export const placeOwner = (place: string, person: string): string => `place ${place} ${person}`;

/** The place of such an owner; undefined for members of the console. */
export const placeOfOwner = (owner: string | undefined): string | undefined => PLACE.exec(owner ?? '')?.[1];
