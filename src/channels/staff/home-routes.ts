import { html } from '../../text/html';
import type { ConsoleTools } from './console-dependencies';
import { fill } from './fill';
import { drawPage } from './pages/draw-page';
import type { StaffRoute } from './staff-route';

/** The first page: what needs attention. */
export function homeRoutes(tools: ConsoleTools): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff',
      needs: 'reads',
      handle: (request) => {
        const scene = tools.sceneOf(request);
        const lead = fill(scene.texts.home.welcome, { name: request.member.name });
        return Promise.resolve({
          kind: 'page',
          page: drawPage(scene, { title: scene.texts.home.title, lead, body: html`` }),
        });
      },
    },
  ];
}
