import { describeChannel, describeSilence } from './describe-channel';
import { openBotFramework, openDirectLine, openTerminal } from './open-doors';

describeChannel('Bot Framework', () => openBotFramework('emulator'));
describeChannel('Teams', () => openBotFramework('msteams'));
describeChannel('Direct Line', openDirectLine);
describeChannel('the terminal', openTerminal);

describeSilence('Bot Framework', () => openBotFramework('emulator'));
describeSilence('Teams', () => openBotFramework('msteams'));
