import { z } from 'zod';
import type { YamlPath } from '../fault';

/** The keys a schema knows at a path: what a misspelt key may have meant. Empty where anything goes. */
export function keysAt(schema: z.core.$ZodType, path: YamlPath): readonly string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  if (schema instanceof z.ZodArray) return step === undefined ? [] : keysAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return step === undefined ? [] : keysAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const inner = (schema.shape as Record<string, z.core.$ZodType>)[step];
  return inner === undefined ? [] : keysAt(inner, rest);
}
