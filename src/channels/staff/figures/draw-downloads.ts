import { type Html, html } from '../../../text/html';
import type { Scene } from '../scene';

/** Links to a table of the figures as a file for spreadsheets. */
export const drawDownloads = (table: string, title: string, { texts: { figures } }: Scene): readonly Html[] =>
  ['xlsx', 'csv'].map((format) => {
    const name = `${figures.export} ${format.toUpperCase()}`;
    return html`<a href="/staff/figures/export/${table}/${format}" aria-label="${name}: ${title}" download>${name}</a>`;
  });
