import type { Logger } from 'pino';
import { type Config, readConfig } from './settings/config';
import { describeStartFault } from './faults/describe-start-fault';
import { loadEnvironment } from './settings/load-environment';
import { createLog } from '../server/create-log';
import { quietConsole } from './faults/quiet-console';
import { type Program, startProgram } from './start-program';
import { holdYoungSpace } from './young-space';

/** Milliseconds after which the program ends even if something does not let it. */
const PATIENCE = 10_000;

/** Ends the process with an exit code. */
type EndProcess = (code: number) => void;

/** Reads the settings, starts the program, and ends it at a signal; a fault at the start is told in words. */
export async function runProgram(end: EndProcess): Promise<void> {
  let log: Logger | undefined;
  try {
    const { environment, namesInFile } = loadEnvironment();
    const config = readConfig(environment, namesInFile);
    log = createLog({ level: config.logLevel });
    quietConsole(log);
    watchProcess(log, end);
    const program = await startProgram(config, log);
    holdYoungSpace(false);
    announce(program, config, log);
    stopOnSignal(program, log, end);
    process.on('SIGHUP', () => void program.reload());
  } catch (error) {
    process.stderr.write(`${describeStartFault(error)}\n`);
    end(1);
  }
}

/** A promise nobody waited for is a fault of ours, but no reason to leave every patient without an answer. */
function watchProcess(log: Logger, end: EndProcess): void {
  process.on('unhandledRejection', (reason) => {
    log.error({ err: reason }, 'a rejection nobody handled');
  });
  process.on('uncaughtException', (error) => {
    // After this nothing is certain any more: end, and be started again.
    log.fatal({ err: error }, 'an exception nobody caught');
    end(1);
  });
}

function announce({ url, about }: Program, { botFramework }: Config, log: Logger): void {
  log.info(
    { url, ...about, botFramework: botFramework.kind, startMs: Math.round(performance.now()) },
    `The PRP assistant listens on ${url}`,
  );
}

function stopOnSignal(program: Program, log: Logger, end: EndProcess): void {
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => end(1), PATIENCE).unref();
    program.stop().then(
      (finished) => {
        log.info({ finished }, 'stopped');
        end(finished ? 0 : 1);
      },
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        end(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
