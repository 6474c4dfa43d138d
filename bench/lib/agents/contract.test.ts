import { join } from 'node:path';
import { describeChannel, describeSilence } from '../../../test/channels/contract/describe-channel';
import { openBotFramework } from '../../../test/channels/contract/open-doors';
import { startServer } from '../chat/server-process';

/** `npm run bench:agents`: the same contract that the product's channels keep, behind the new SDK's door. */
const start = () => startServer({ command: [join('dist', 'bench', 'agents.js')], database: undefined });

describeChannel('agents-hosting, Emulator', () => openBotFramework('emulator', start));
describeChannel('agents-hosting, Teams', () => openBotFramework('msteams', start));
describeSilence('agents-hosting, Emulator', () => openBotFramework('emulator', start));
