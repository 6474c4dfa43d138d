import type { Messages } from '../../knowledge/schema/messages';

/** Lets a phone put the chat on its home screen. */
export function createWebManifest({ title, subtitle }: Messages['widget']['ar']): string {
  return JSON.stringify({
    id: '/chat',
    name: title,
    short_name: title,
    description: subtitle,
    lang: 'ar',
    dir: 'rtl',
    start_url: '/chat',
    scope: '/',
    display: 'standalone',
    background_color: '#eef4f2',
    theme_color: '#0f766e',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
}
