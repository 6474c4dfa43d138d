import type { Choice } from '../../bot/reply/reply';
import type { ActionSet, CardButton } from './adaptive-card';

/** Letters of the titles in one row: four short words fit beside each other on a phone of 320 px. */
const LONGEST_ROW = 24;
/** Teams puts more into a menu. */
const MOST_IN_ROW = 4;

/**
 * The buttons of a reply, all inside the card. Teams would show at most three suggested actions, only in one-to-one
 * chats, and forget them with the next message; a card's buttons stay, in every scope. Pressing one sends what typing
 * its words would.
 */
export function drawButtons(choices: readonly Choice[]): ActionSet[] {
  return rowsOf(choices).map((row) => ({ type: 'ActionSet', spacing: 'small', actions: row.map(drawButton) }));
}

function rowsOf(choices: readonly Choice[]): Choice[][] {
  const rows: Choice[][] = [];
  for (const choice of choices) {
    const row = rows.at(-1);
    const fits = row !== undefined && row.length < MOST_IN_ROW && lengthOf([...row, choice]) <= LONGEST_ROW;
    if (fits) row.push(choice);
    else rows.push([choice]);
  }
  return rows;
}

function lengthOf(row: readonly Choice[]): number {
  return row.reduce((sum, { title }) => sum + title.length, 0);
}

function drawButton({ title, value, data }: Choice): CardButton {
  const url = data?.['url'];
  if (typeof url === 'string') return { type: 'Action.OpenUrl', title, url };
  return { type: 'Action.Submit', title, data: { ...data, say: value }, msTeams: { feedback: { hide: true } } };
}
