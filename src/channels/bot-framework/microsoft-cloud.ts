/**
 * The clouds of Microsoft that have Teams and Bot Framework: `public`, which serves the US government's GCC too; and those
 * of their own for GCC High and the Department of Defense, with other addresses and other keys.
 */
export const MICROSOFT_CLOUDS = ['public', 'gcc-high', 'dod'] as const;
export type MicrosoftCloud = (typeof MICROSOFT_CLOUDS)[number];

/** What the SDK calls the government's Bot Framework; it knows the other addresses by it. Undefined: the public one. */
export function channelServiceOf(cloud: MicrosoftCloud): string | undefined {
  return cloud === 'public' ? undefined : 'https://botframework.azure.us';
}

/** Where links into Teams lead. */
export function teamsHostOf(cloud: MicrosoftCloud): string {
  switch (cloud) {
    case 'public':
      return 'teams.microsoft.com';
    case 'gcc-high':
      return 'gov.teams.microsoft.us';
    case 'dod':
      return 'dod.teams.microsoft.us';
    default:
      return cloud satisfies never;
  }
}
