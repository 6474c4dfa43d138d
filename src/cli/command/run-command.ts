import { type Config, readConfig } from '../../program/settings/config';
import { describeStartFault } from '../../program/faults/describe-start-fault';
import { loadEnvironment } from '../../program/settings/load-environment';

/** A command over what the server keeps. */
export interface Command<Options> {
  /** Shown where it is used wrongly. */
  readonly usage: string;
  /** What it was asked for; undefined: it was used wrongly. */
  readonly options: Options | undefined;
  readonly run: (options: Options, config: Config) => Promise<void>;
}

/** Runs a command with the settings the server reads. Exit status: 1 where it fails, which is told in words, 2 wrong use. */
export async function runCommand<Options>({ usage, options, run }: Command<Options>): Promise<void> {
  if (options === undefined) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  try {
    const { environment, namesInFile } = loadEnvironment();
    await run(options, readConfig(environment, namesInFile));
  } catch (error) {
    console.error(describeStartFault(error));
    process.exitCode = 1;
  }
}
