import { describeFault } from './describe-fault';
import type { Fault } from './fault';

/** The knowledge base cannot be used. The message lists every fault of every file, ready to be shown to an operator. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';

  constructor(readonly faults: readonly Fault[]) {
    super(
      [
        faults.length === 1
          ? 'The knowledge base has a fault. Mend it and start again.'
          : `The knowledge base has ${faults.length} faults. Mend them and start again.`,
        ...faults.map(describeFault),
      ].join('\n\n'),
    );
  }
}
