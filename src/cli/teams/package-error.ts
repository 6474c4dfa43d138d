/** The files of the Teams app do not fit; holds every fault, each a sentence for the operator. */
export class PackageError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(['The Teams app cannot be packed:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.name = 'PackageError';
  }
}
