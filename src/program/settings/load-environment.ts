import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Environment } from './config';

/** What the operator has set. */
export interface LoadedEnvironment {
  /** The environment; where it says nothing, what `.env` of the working folder says. */
  readonly environment: Environment;
  /** The names that stand in `.env`: they are meant for this program, so a misspelt one is a fault. */
  readonly namesInFile: readonly string[];
}

/** Reads the environment and `.env`, for the server and every command alike. */
export function loadEnvironment(): LoadedEnvironment {
  if (!existsSync('.env')) return { environment: process.env, namesInFile: [] };
  const file = parseEnv(readFileSync('.env', 'utf8'));
  return { environment: { ...file, ...process.env }, namesInFile: Object.keys(file) };
}
