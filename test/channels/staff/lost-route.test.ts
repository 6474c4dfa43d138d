import { findPage } from '../../../src/channels/staff/lost-route';

const routes = [
  { method: 'GET', path: '/staff' },
  { method: 'GET', path: '/staff/people' },
  { method: 'POST', path: '/staff/people/invite' },
  { method: 'POST', path: '/staff/people/:member/roles' },
  { method: 'GET', path: '/staff/drafts/:key' },
  { method: 'POST', path: '/staff/drafts/:key/publish' },
  { method: 'POST', path: '/staff/passkey' },
] as const;

it.each([
  ['a slash too many', '/staff/people/', '/staff/people'],
  ['the console with a slash', '/staff/', '/staff'],
  ['where a form was sent to', '/staff/people/invite', '/staff/people'],
  ['where a form of one of many was sent to', '/staff/people/17/roles', '/staff/people'],
  ['where a form of a draft was sent to', '/staff/drafts/topic.x/publish', '/staff/drafts/topic.x'],
  ['where a device answered', '/staff/passkey', '/staff'],
  ['what there never was', '/staff/nothing', undefined],
  ['what there never was, below a page', '/staff/people/17/nothing', undefined],
  ['what there never was, with a slash', '/staff/nothing/', '/staff'],
])('%s', (_name, path, page) => {
  expect(findPage(path, routes)).toBe(page);
});
