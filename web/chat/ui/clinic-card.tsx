import type { PageData } from '../page-data';
import { readScript } from '../text/script';
import { LinkButton } from './link-button';

/** How to reach the clinic and the ambulance while the assistant cannot be reached. */
export function ClinicCard({ name, hours, links, example }: PageData['clinic']) {
  return (
    <section class="clinic">
      {name !== undefined && <h2>{name}</h2>}
      {links.map(({ title, url }) => (
        <LinkButton key={url} title={title} url={url} showsNumber />
      ))}
      {hours.map((line) => (
        <p key={line} {...readScript(line)}>
          {line}
        </p>
      ))}
      {example !== undefined && <p class="source">{example}</p>}
    </section>
  );
}
