import { loadYamlFile } from '../../src/knowledge/reading/load-yaml-file';
import { eligibilitySchema, type Eligibility } from '../../src/knowledge/schema/eligibility';
import { messagesSchema, type Messages } from '../../src/knowledge/schema/messages';
import { vocabularySchema, type Vocabulary } from '../../src/knowledge/schema/vocabulary';

/** The real content the check works from: only the files it needs. */
export function loadCheckContent(): {
  readonly rules: Eligibility;
  readonly messages: Messages['eligibility'];
  readonly vocabulary: Vocabulary;
} {
  const rules = loadYamlFile('knowledge', 'eligibility.yaml', eligibilitySchema);
  const messages = loadYamlFile('knowledge', 'messages.yaml', messagesSchema);
  const vocabulary = loadYamlFile('knowledge', 'vocabulary.yaml', vocabularySchema);
  const faults = [rules, messages, vocabulary].flatMap((file) => file.faults);
  if (faults.length > 0) throw new Error(JSON.stringify(faults, null, 1));
  return {
    rules: rules.value as Eligibility,
    messages: (messages.value as Messages).eligibility,
    vocabulary: vocabulary.value as Vocabulary,
  };
}
